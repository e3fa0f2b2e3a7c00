-- What somebody does in Neovim, and what is there to be seen then.
local function say(what) io.stdout:write(vim.fn.json_encode(what), '\n') end
local function until_there(what) assert(vim.wait(50000, what, 20), 'nothing has come') end

say({ filetype = vim.bo.filetype })
until_there(function() return #vim.diagnostic.get(0) > 0 end)
say({ found = vim.tbl_map(function(one) return { one.lnum + 1, one.message } end, vim.diagnostic.get(0)) })

local float
vim.fn.search('AOL')
vim.lsp.buf.hover()
until_there(function()
  for _, window in ipairs(vim.api.nvim_list_wins()) do
    if vim.api.nvim_win_get_config(window).relative ~= '' then float = window end
  end
  return float
end)
say({ card = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(float), 0, -1, false) })

vim.fn.search('iconURL')
vim.ui.select = function(offered, options, choose)
  say({ offered = vim.tbl_map(options.format_item, offered) })
  choose(offered[1])
end
vim.lsp.buf.code_action()
until_there(function() return vim.fn.search('iconUrl', 'n') > 0 end)
vim.cmd('write')
vim.cmd('qall')
