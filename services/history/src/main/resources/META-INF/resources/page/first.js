// Before anything is painted: the colours that the viewer chose. Not a module, for modules come after the first picture.
document.documentElement.dataset.theme = localStorage.getItem("sem-theme") ?? "auto";
