"""Runs in a terminal: what comes from the test is written to it, and what it answers goes back."""
import os
import selectors
import socket
import sys
import tty

tty.setraw(0)
test = socket.create_connection(("127.0.0.1", int(sys.argv[1])))
# Answers come in pieces, and none shall wait for the one before to be acknowledged.
test.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
selector = selectors.DefaultSelector()
selector.register(0, selectors.EVENT_READ)
selector.register(test, selectors.EVENT_READ)
while True:
    for key, _ in selector.select():
        if key.fd == 0:
            test.sendall(os.read(0, 65536))
            continue
        data = test.recv(65536)
        if not data:
            sys.exit()
        while data:
            data = data[os.write(1, data):]
