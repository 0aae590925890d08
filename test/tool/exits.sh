#!/bin/sh
# exits.sh STATUS COMMAND...: runs the command, and fails unless it exits with
# that status.
expected=$1
shift
"$@"
status=$?
if [ "$status" != "$expected" ]; then
  echo "exit status $status instead of $expected: $*" >&2
  exit 1
fi
