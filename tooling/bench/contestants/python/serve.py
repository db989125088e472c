"""python serve.py PROGRAM: does what is asked of PROGRAM.py, a line a request, an answer a line."""

import importlib
import json
import os
import sys
import time

# Whatever a library prints, from Python or from C, goes elsewhere than the answers.
answers = os.fdopen(os.dup(1), "w")
os.dup2(2, 1)


def main():
    contestant = None
    for line in sys.stdin:
        request = json.loads(line)
        answer = {"id": request["id"], "ok": True}
        try:
            if request["do"] == "prepare":
                program = importlib.import_module(sys.argv[1])
                contestant = program.Contestant(**request["task"])
                answer["extras"] = getattr(contestant, "extras", {})
            else:
                start = time.perf_counter()
                result = contestant.run()
                answer["seconds"] = time.perf_counter() - start
                after = getattr(contestant, "after", None)
                answer["extras"] = after(result) if after else {}
        except Exception as error:
            answer = {"id": request["id"], "ok": False, "reason": f"{type(error).__name__}: {error}"}
        print(json.dumps(answer), file=answers, flush=True)


if __name__ == "__main__":
    main()
