;; What somebody does in Emacs with Eglot, and what is there to be seen then.  -*- lexical-binding: t -*-
(load-file "shared.el")
(find-file "contoso.lync.yaml")
(run-hooks 'post-command-hook) ; no command loop runs here
(until-there (lambda () (flymake-diagnostics)))
(say :mode (symbol-name major-mode)
     :found (each (lambda (one) (vector (line-number-at-pos (flymake-diagnostic-beg one)) (flymake-diagnostic-text one)))
                  (flymake-diagnostics)))

(let (card)
  (at "AOL")
  (eglot-hover-eldoc-function (lambda (text &rest _) (setq card text)))
  (until-there (lambda () card))
  (say :card (substring-no-properties card)))

(at "iconURL")
(setq last-nonmenu-event ?x) ; by a key, and not by the mouse
(cl-letf (((symbol-function 'completing-read)
           (lambda (_ offered &rest _)
             (say :offered (each #'identity (all-completions "" offered)))
             (car (all-completions "" offered)))))
  (call-interactively #'eglot-code-actions))
(save-buffer)
(let (kill-buffer-query-functions) (eglot-shutdown (eglot-current-server)))
