"""interrupt.py SIGNAL FILE COMMAND...: starts the command, sends it the signal
when the file is there, and fails unless it dies by that signal."""
import os
import signal
import subprocess
import sys
import time

number = getattr(signal, "SIG" + sys.argv[1])


def default_signals():
    for name in ("SIGINT", "SIGTERM", "SIGHUP", "SIGQUIT"):
        signal.signal(getattr(signal, name), signal.SIG_DFL)


process = subprocess.Popen(sys.argv[3:], start_new_session=True, preexec_fn=default_signals)
for _ in range(6000):
    if os.path.exists(sys.argv[2]):
        break
    time.sleep(0.01)
else:
    sys.exit("the command has not started")
process.send_signal(number)
status = process.wait(60)
if status != -number:
    sys.exit(f"it ended with {status}")
if number == signal.SIGKILL:
    os.killpg(process.pid, signal.SIGKILL)  # the compiler it has started
