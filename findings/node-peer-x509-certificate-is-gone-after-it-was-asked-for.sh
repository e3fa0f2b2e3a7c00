#!/usr/bin/env bash
# Node (20 and 24): a client gets the certificate of its server from `getPeerX509Certificate()` once. The second call gives `undefined` on
# the same open connection, and behind the first one `getPeerCertificate(true)` knows no issuer any more, though the server sent it.
# Guessed: a getter that can be asked again, as `getPeerCertificate` can. Seen: see `expected`.
# So: ask once and keep what was given, or ask by `getPeerCertificate(true)` and nothing else; a log line that looks at the certificate
# first takes it away from who checks it.
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

function made(name, keys, issuer, isAuthority) {
  const certificate = pki.createCertificate();
  certificate.publicKey = keys.publicKey;
  certificate.serialNumber = isAuthority ? '01' : '02';
  certificate.validity.notBefore = new Date(Date.now() - 86_400_000);
  certificate.validity.notAfter = new Date(Date.now() + 86_400_000);
  certificate.setSubject([{ name: 'commonName', value: name }]);
  certificate.setIssuer([{ name: 'commonName', value: issuer.name }]);
  certificate.setExtensions([{ name: 'basicConstraints', cA: isAuthority, critical: true }]);
  certificate.sign(issuer.keys.privateKey, forge.md.sha256.create());
  return pki.certificateToPem(certificate);
}

const keys = pki.rsa.generateKeyPair(2048);
const own = pki.rsa.generateKeyPair(2048);
const root = made('Root', keys, { name: 'Root', keys }, true);
const leaf = made('sip.contoso.com', own, { name: 'Root', keys }, false);
const alone = made('sip.contoso.com', own, { name: 'sip.contoso.com', keys: own }, true);

const x509 = (socket) => socket.getPeerX509Certificate()?.subject ?? 'undefined';
const older = (socket) => socket.getPeerCertificate(true).issuerCertificate?.subject.CN ?? 'undefined';

async function ask(what, cert, ...asked) {
  const server = tls.createServer({ key: pki.privateKeyToPem(own.privateKey), cert }, (socket) => socket.on('error', () => {}));
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  await new Promise((resolve) => {
    const socket = tls.connect({ port: server.address().port, host: '127.0.0.1', rejectUnauthorized: false }, () => {
      console.log(`${what}: ${asked.map((one) => one(socket)).join(', ')}`);
      socket.destroy();
    });
    socket.on('error', () => {}).on('close', resolve);
  });
  server.close();
}

(async () => {
  await ask('chain, certificate twice', leaf + root, x509, x509);
  await ask('chain, certificate and older', leaf + root, x509, older);
  await ask('chain, older and certificate', leaf + root, older, x509);
  await ask('chain, older twice', leaf + root, older, older);
  await ask('alone, certificate twice', alone, x509, x509);
})();
JS
expected='chain, certificate twice: CN=sip.contoso.com, undefined
chain, certificate and older: CN=sip.contoso.com, undefined
chain, older and certificate: Root, CN=sip.contoso.com
chain, older twice: Root, Root
alone, certificate twice: CN=sip.contoso.com, undefined'
seen=$(./node_modules/.bin/node run.cjs)
printf 'node %s\n%s\n' "$(./node_modules/.bin/node --version)" "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
