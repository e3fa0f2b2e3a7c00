#!/usr/bin/env bash
# Node (24, with OpenSSL 3.5): `tlsSocket.getSharedSigalgs()`, documented as the signature algorithms that client and server share, is empty
# for a client over TLS 1.2 and 1.3, whatever they share, unless the server asks for a client certificate: only then does the server say
# which it takes. It is the one place where Node lets a client see that it was asked, also where it has no certificate; and the answer is
# there, with the certificate of the server, in the `error` listener of a handshake that the server refused for the lack of one.
# Guessed: a list after each handshake, or nothing that a client can see. Seen: see `expected`.
# So: an empty list is one-sided TLS, not a failed negotiation, and one with entries is mutual TLS; over TLS 1.1 it is always empty.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm init -y >/dev/null
npm install --no-audit --no-fund --silent node@24.11.1 node-forge@1.3.1 >/dev/null
cat > run.cjs <<'JS'
const forge = require('node-forge');
const tls = require('node:tls');
const { pki } = forge;

const keys = pki.rsa.generateKeyPair(2048);
const certificate = pki.createCertificate();
certificate.publicKey = keys.publicKey;
certificate.serialNumber = '01';
certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
certificate.setSubject([{ name: 'commonName', value: 'sip.contoso.com' }]);
certificate.setIssuer([{ name: 'commonName', value: 'sip.contoso.com' }]);
certificate.sign(keys.privateKey, forge.md.sha256.create());
const own = { key: pki.privateKeyToPem(keys.privateKey), cert: pki.certificateToPem(certificate) };

async function ask(what, options) {
  const server = tls.createServer({ ...own, ...options }, (socket) => socket.on('error', () => {}).end('x'));
  server.on('tlsClientError', () => {});
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise((resolve) => {
    const say = (event) => {
      const count = socket.getSharedSigalgs().length;
      const shown = socket.getPeerCertificate().subject?.CN ?? 'no certificate';
      console.log(`${what}: ${event}, ${count > 0 ? 'some' : 'none'}, ${shown}`);
    };
    const socket = tls.connect({ port: server.address().port, host: '127.0.0.1', rejectUnauthorized: false });
    socket.once('secureConnect', () => say('connected')).once('error', () => say('error')).on('close', resolve).resume();
  });
  server.close();
}

(async () => {
  const old = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2' };
  await ask('1.3', {});
  await ask('1.3, asks', { requestCert: true, rejectUnauthorized: false });
  await ask('1.2', old);
  await ask('1.2, asks', { ...old, requestCert: true, rejectUnauthorized: false });
  await ask('1.2, demands', { ...old, requestCert: true });
})();
JS
expected='1.3: connected, none, sip.contoso.com
1.3, asks: connected, some, sip.contoso.com
1.2: connected, none, sip.contoso.com
1.2, asks: connected, some, sip.contoso.com
1.2, demands: error, some, sip.contoso.com'
seen=$(./node_modules/.bin/node run.cjs)
printf 'node %s\n%s\n' "$(./node_modules/.bin/node --version)" "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
