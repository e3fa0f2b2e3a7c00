#!/usr/bin/env bash
# Kamailio 5.6 of Debian 12 with its module `tls`, a certificate and a key, and all else as it comes: it starts, listens, and completes no
# handshake, whichever version a client offers. Its default for `tls_method` is TLS 1.0 alone, as its manual says, which the OpenSSL of
# Debian does not speak at its security level: up to TLS 1.2 a handshake ends in `internal error`. Nothing is said of it at the start.
# Guessed: the default of a packaged server is one that the OpenSSL it is built with can speak. Seen: see `expected`.
# So: a handshake that a server of SIP ends at once need not be about certificates; there, `tls_method` has to be set (`TLSv1.2+`).
set -euo pipefail
folder=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT
cd "$folder"
apt-get download -q kamailio=5.6.3-2 kamailio-tls-modules=5.6.3-2 openssl libssl3 libcurl4 libxml2 libunistring2 libevent-2.1-7 >/dev/null 2>&1
for file in *.deb; do dpkg-deb -x "$file" unpacked; done
export LD_LIBRARY_PATH="$folder/unpacked/usr/lib/x86_64-linux-gnu:$folder/unpacked/usr/lib/x86_64-linux-gnu/kamailio"
export OPENSSL_CONF="$folder/unpacked/etc/ssl/openssl.cnf"
openssl=unpacked/usr/bin/openssl
$openssl req -x509 -newkey rsa:2048 -nodes -keyout key.pem -out cert.pem -days 2 -subj /CN=sip.contoso.com \
  -config "$OPENSSL_CONF" 2>/dev/null

seen=''
for method in default TLSv1.2+; do
  set=$([ "$method" = default ] || echo "modparam(\"tls\", \"tls_method\", \"$method\")")
  cat > kamailio.cfg <<CONF
enable_tls=yes
children=1
tcp_children=1
log_stderror=yes
listen=tls:127.0.0.1:5611
mpath="$folder/unpacked/usr/lib/x86_64-linux-gnu/kamailio/modules/"
loadmodule "tls.so"
$set
modparam("tls", "certificate", "$folder/cert.pem")
modparam("tls", "private_key", "$folder/key.pem")
request_route { exit; }
CONF
  unpacked/usr/sbin/kamailio -DD -E -f kamailio.cfg -w "$folder" -Y "$folder" -P "$folder/pid" >kamailio.log 2>&1 &
  pid=$!
  for _ in $(seq 100); do (: </dev/tcp/127.0.0.1/5611) 2>/dev/null && break || sleep 0.1; done
  for version in -tls1 -tls1_1 -tls1_2 -tls1_3; do
    said=$($openssl s_client -connect 127.0.0.1:5611 $version -cipher 'ALL:@SECLEVEL=0' </dev/null 2>&1 || true)
    alert=$(printf '%s' "$said" | sed -n 's/.*alert \([a-z ]*\):.*/\1/p' | head -1)
    seen+="$method $version: ${alert:-$(printf '%s' "$said" | grep -q 'Cipher is (NONE)' && echo none || echo handshake)}"$'\n'
  done
  kill "$pid"
  wait "$pid" 2>/dev/null || true
  pid=
done
expected='default -tls1: internal error
default -tls1_1: internal error
default -tls1_2: internal error
default -tls1_3: protocol version
TLSv1.2+ -tls1: protocol version
TLSv1.2+ -tls1_1: protocol version
TLSv1.2+ -tls1_2: handshake
TLSv1.2+ -tls1_3: handshake
'
printf '%s' "$seen"
[ "$seen" = "$expected" ] || { echo 'This has changed.' >&2; exit 1; }
