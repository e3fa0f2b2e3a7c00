;; The same with lsp-mode.  -*- lexical-binding: t -*-
(load-file "shared.el")
(setq lsp-auto-guess-root t ; nobody is asked which folder is the project
      lsp-client-packages '(lsp-yaml) ; to load all takes seconds
      lsp-restart 'ignore
      lsp-keep-workspace-alive nil)
(find-file "contoso.lync.yaml")
(run-hooks 'post-command-hook)
(lsp)
(until-there (lambda () (> (hash-table-count (lsp-diagnostics)) 0)))
(say :mode (symbol-name major-mode)
     :found (each (lambda (one)
                    (vector (1+ (lsp-get (lsp-get (lsp-get one :range) :start) :line)) (lsp-get one :message)))
                  (gethash (lsp--fix-path-casing (buffer-file-name)) (lsp-diagnostics))))

(at "AOL")
(call-interactively #'lsp-describe-thing-at-point)
(say :card (with-current-buffer "*lsp-help*" (buffer-substring-no-properties (point-min) (point-max))))

(at "iconURL")
(let ((offered (lsp-code-actions-at-point)))
  (say :offered (each (lambda (one) (lsp-get one :title)) offered))
  (lsp-execute-code-action (seq-elt offered 0)))
(save-buffer)
