interface Page {
  readonly body: string;
  readonly style: string;
  /** Where its script lies, as the page may ask for it. */
  readonly script: string;
  readonly language: string;
}

/** A page that runs its own script, looks as its own style says, and asks for nothing else. */
export function pageOf({ body, style, script, language }: Page): string {
  const nonce = crypto.randomUUID();
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return `<!DOCTYPE html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<style nonce="${nonce}">${style}</style>
</head>
<body>
${body}
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>`;
}
