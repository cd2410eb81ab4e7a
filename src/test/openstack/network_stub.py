"""A Neutron without networks, which is all that Nova asks of it for servers without any."""
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlparse


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        name = urlparse(self.path).path.rstrip('/').rsplit('/', 1)[-1].replace('-', '_')
        body = {name: []} if name else {'versions': [{'id': 'v2.0', 'status': 'CURRENT', 'links': []}]}
        data = json.dumps(body).encode()
        self.send_response(200)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *args):
        pass


ThreadingHTTPServer(('127.0.0.1', int(sys.argv[1])), Handler).serve_forever()
