$TTL 86400
@	IN	SOA	ns.example.net. admin.example.net. 1 7200 3600 1209600 3600
	IN	NS	ns.example.net.
	IN	MX	10 mail
mail	IN	A	198.51.100.25
_sipfederationtls._tcp	IN	SRV	100 1 5061 sipfed.online.lync.com.
_sip._tls	IN	SRV	100 1 443 sipdir.online.lync.com.
sip	IN	CNAME	sipdir.online.lync.com.
lyncdiscover	IN	CNAME	webdir.online.lync.com.
