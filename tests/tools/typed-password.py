"""Types a password where a program asks for one on a terminal, and prints all that the terminal showed.

    typed-password.py PASSWORD PROGRAM ARGUMENTS…
"""
import os, pty, sys

password, program = sys.argv[1], sys.argv[2:]
pid, terminal = pty.fork()
if pid == 0:
    os.execvp(program[0], program)
shown, typed = b"", False
while True:
    try:
        chunk = os.read(terminal, 4096)
    except OSError:
        break
    if not chunk:
        break
    shown += chunk
    if not typed and b"Password of the file: " in shown:
        os.write(terminal, password.encode() + b"\r")
        typed = True
sys.stdout.buffer.write(shown)
sys.exit(os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]))
