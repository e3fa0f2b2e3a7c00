import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { blocksFor, CARD, desk, FIXED, FOUND, told } from './desk.ts';

const [types = '', newer = '', older = ''] = blocksFor('Neovim');

/** What `vim.lsp.config` and `vim.lsp.enable` of 0.11 are said to do, for the older one that is run. */
const STAND_IN = `
local configs = {}
vim.lsp.config = function(name, config) configs[name] = config end
vim.lsp.enable = function(name)
  local config = assert(configs[name])
  vim.api.nvim_create_autocmd('FileType', {
    pattern = config.filetypes,
    callback = function(opened)
      local marker = vim.fn.finddir(config.root_markers[2], '.;')
      local options = vim.tbl_extend('force', config, { name = name, root_dir = vim.fn.fnamemodify(marker, ':p:h:h') })
      vim.lsp.buf_attach_client(opened.buf, vim.lsp.start_client(options))
    end,
  })
end
`;

it.runIf(process.platform === 'linux').concurrent.each([
  ['0.7 to 0.10', `${types}${older}`],
  ['0.11, with a stand-in for what 0.7 lacks', `${types}${STAND_IN}${newer}`],
])('Neovim shows findings and a card, and takes a fix: %s', async (_, init) => {
  const { home, env } = desk({ '.config/nvim/init.lua': init, '.git/HEAD': '' });
  const seen = await told(
    { home, env },
    'nvim',
    ['--headless', 'contoso.lync.yaml', '-c', 'luafile neovim.lua'],
    'neovim.lua',
  );
  expect(seen.filetype).toBe('yaml.lync-federation');
  expect(seen.found).toEqual(FOUND);
  expect(seen.card).toContain(CARD);
  expect(seen.offered[0]).toContain('Rename `iconURL` to `iconUrl`');
  expect(readFileSync(join(home, 'contoso.lync.yaml'), 'utf8')).toBe(FIXED);
});
