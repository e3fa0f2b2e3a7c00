;; -*- lexical-binding: t -*-
(require 'cl-lib)
(require 'json)

(defun say (&rest what)
  (princ (concat (json-encode what) "\n")))

(defun each (what all)
  (apply #'vector (seq-map what all)))

(defun until-there (what)
  (let ((end (+ (float-time) 50)))
    (while (not (funcall what))
      (when (> (float-time) end) (error "Nothing has come"))
      (accept-process-output nil 0.02))))

(defun at (text)
  (goto-char (point-min))
  (search-forward text)
  (backward-char))
