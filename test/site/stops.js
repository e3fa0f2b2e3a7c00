// Runs in a page through which somebody goes by Tab alone: what has the focus, whether that shows, and what has never had it.
globalThis.stops = (() => {
  const CONTROLS = 'a[href], button, input, select, textarea, [tabindex="0"]';
  const been = [];
  // The editor is one stop, whatever it is made of.
  const stopOf = (element) => element.closest('#editor') ?? element;
  const named = ({ tagName, id, className, textContent }) =>
    `${tagName}#${id}.${className.baseVal ?? className} ${textContent.trim().slice(0, 30)}`;

  function focused() {
    const { activeElement } = document;
    return stopOf(activeElement.contentDocument?.activeElement ?? activeElement);
  }

  function shows(element) {
    const { outlineStyle, outlineWidth } = getComputedStyle(element);
    const face = element.matches('.station') && element.querySelector('.face');
    return face ? getComputedStyle(face).strokeWidth === '3px' : outlineStyle !== 'none' && outlineWidth !== '0px';
  }

  return {
    here() {
      const element = focused();
      const what = named(element);
      if (element === document.body) return { what, isSeen: true, isAgain: false, isFirst: false };
      // A date has several parts.
      const isAgain = been.includes(element) && element !== been.at(-1);
      been.push(element);
      return { what, isSeen: shows(element), isAgain, isFirst: isAgain && element === been[0] };
    },
    missed() {
      const frames = [...document.querySelectorAll('iframe')].map((one) => one.contentDocument);
      return [document, ...frames]
        .flatMap((page) => [...page.querySelectorAll(CONTROLS)])
        .filter((one) => one.checkVisibility() && !one.disabled && one.tabIndex >= 0 && !been.includes(stopOf(one)))
        .map(named);
    },
  };
})();
