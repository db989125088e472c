const bash = `
_tenfold() {
  local word candidates
  word="\${COMP_WORDS[COMP_CWORD]}"
  candidates="$(tenfold complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null | cut -f1)"
  if [[ "$candidates" == ':files' ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen -f -- "$word")
  else
    mapfile -t COMPREPLY < <(compgen -W "$candidates" -- "$word")
  fi
}
complete -F _tenfold tenfold
`;

const zsh = `
#compdef tenfold
_tenfold() {
  local -a candidates
  local line
  while IFS= read -r line; do
    if [[ "$line" == ':files' ]]; then
      _files
      return
    fi
    candidates+=("\${\${line%%$'\\t'*}//:/\\\\:}:\${line#*$'\\t'}")
  done < <(tenfold complete -- "\${(@)words[2,CURRENT]}" 2>/dev/null)
  _describe 'tenfold' candidates
}
compdef _tenfold tenfold
`;

const fish = `
function __tenfold_complete
  set -l typed (commandline -opc)[2..-1] (commandline -ct)
  for line in (tenfold complete -- $typed 2>/dev/null)
    if test "$line" = ':files'
      __fish_complete_path (commandline -ct)
    else
      echo $line
    end
  end
end
complete -c tenfold -f -a '(__tenfold_complete)'
`;

/** The completion script of each shell. Each asks the hidden command \`complete\` while a line is typed. */
export const scripts: ReadonlyMap<string, string> = new Map(Object.entries({ bash, zsh, fish }));
