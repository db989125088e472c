/** A webview's style sheets go into its own file; the notebook renderer takes them as text. */
declare module '*.css' {
  const text: string;
  export default text;
}
