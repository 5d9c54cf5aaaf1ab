"use strict";
(function () {
  // On paper every fold but the tables behind pictures stands open.
  var opened = [];
  window.addEventListener("beforeprint", function () {
    opened = Array.prototype.filter.call(document.querySelectorAll("details.fold"), function (fold) { return !fold.open; });
    opened.forEach(function (fold) { fold.open = true; });
  });
  window.addEventListener("afterprint", function () { opened.forEach(function (fold) { fold.open = false; }); });

  // A link to something inside a fold opens the fold first.
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    if (!target) return;
    var inner = target.querySelector(":scope > details");
    if (inner) inner.open = true;
    for (var at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  }
  window.addEventListener("hashchange", reveal);
  reveal();

  var source = document.getElementById("map-data");
  if (!source) return;
  var data = JSON.parse(source.textContent);
  var bytes = Uint8Array.from(atob(data.values), function (c) { return c.charCodeAt(0); });
  var hours = data.hours, count = data.areas.length, needs = data.needs.length;
  var format = new Intl.NumberFormat(data.language);
  var state = { need: data.need, measure: 0, hour: 0 };
  var element = function (id) { return document.getElementById(id); };
  var slider = element("map-hour"), number = element("map-number"), play = element("map-play"), tip = element("map-tip"), map = element("map");
  state.hour = Number(slider.value);

  // Per measure, need and area: 2 bytes for each mean, then a byte for each P5 and P95 (see sections/map.cpp).
  function value(measure, need, area, hour) {
    var base = ((measure * needs + need) * count + area) * hours * 4;
    var residents = data.areas[area][2];
    var at = base + 2 * hour;
    var mean = (bytes[at] + 256 * bytes[at + 1]) * data.step;
    function quantile(level) { return level === data.same ? mean : Math.round(level / data.levels * residents); }
    return {
      mean: mean,
      p5: quantile(bytes[base + 2 * hours + hour]),
      p95: quantile(bytes[base + 3 * hours + hour]),
      residents: residents
    };
  }
  function share(v) { return v.residents > 0 ? v.mean / v.residents : 0; }
  function shade(s) { return [0.01, 0.1, 0.25, 0.5, 0.75].filter(function (limit) { return s >= limit; }).length; }
  function percent(s) {
    if (s > 0 && s < 0.005) return "< 1 %";
    if (s < 1 && s > 0.995) return "> 99 %";
    return Math.round(100 * s) + " %";
  }
  function fill(text, words) { return text.replace(/\{(\d)\}/g, function (_, i) { return words[i]; }); }
  function spread(v) { return v.p5 === v.mean && v.p95 === v.mean ? format.format(v.mean) : format.format(v.mean) + " (" + format.format(v.p5) + "–" + format.format(v.p95) + ")"; }

  function cell(row, tag, text, css) {
    var one = document.createElement(tag);
    if (tag === "th") one.scope = "row";
    if (css) one.className = css;
    one.textContent = text;
    row.appendChild(one);
  }
  function table(id, rows) {
    var body = element(id) && element(id).tBodies[0];
    if (!body) return;
    var fresh = document.createElement("tbody");
    rows.forEach(function (entry) {
      var area = data.areas[entry.area], row = fresh.insertRow();
      cell(row, "th", area[0]);
      cell(row, "td", spread(entry.value), "n");
      cell(row, "td", percent(share(entry.value)), "n k" + shade(share(entry.value)));
      cell(row, "td", format.format(area[2]), "n");
      cell(row, "td", data.municipalities[area[1]] || "");
    });
    body.replaceWith(fresh);
  }
  function title() { return (state.measure === 0 ? data.words.unmet : data.words.without) + ": " + data.needs[state.need]; }

  function smallMaps() {
    element("map-small-title").textContent = title();
    document.querySelectorAll("svg.small").forEach(function (svg) {
      var hour = Math.min(data.moments[svg.dataset.moment], hours - 1);
      svg.querySelectorAll("use[data-area]").forEach(function (use) {
        use.setAttribute("class", "area k" + shade(share(value(state.measure, state.need, Number(use.dataset.area), hour))));
      });
    });
    document.querySelectorAll(".total").forEach(function (total) {
      var hour = Math.min(data.moments[total.dataset.moment], hours - 1), sum = 0;
      for (var area = 0; area < count; area++) sum += value(state.measure, state.need, area, hour).mean;
      total.textContent = format.format(sum);
    });
  }
  function draw() {
    slider.value = number.value = state.hour;
    slider.setAttribute("aria-valuetext", fill(data.words.hour, [state.hour]));
    element("map-now").textContent = title() + ", " + fill(data.words.hour, [state.hour]);
    var rows = [];
    for (var area = 0; area < count; area++) rows.push({ area: area, value: value(state.measure, state.need, area, state.hour) });
    map.querySelectorAll("path[data-area]").forEach(function (path) {
      var v = rows[Number(path.dataset.area)].value;
      path.setAttribute("class", "area k" + shade(share(v)));
      path.setAttribute("aria-label", data.areas[Number(path.dataset.area)][0] + ": " + fill(data.words.of, [format.format(v.mean), format.format(v.residents)]));
    });
    rows.sort(function (a, b) { return b.value.mean - a.value.mean || a.area - b.area; });
    table("map-top", rows.slice(0, 10));
    table("map-all", rows);
  }
  function setHour(hour) {
    state.hour = Math.max(0, Math.min(hours - 1, Math.round(hour) || 0));
    draw();
  }

  var timer = null;
  function stop() {
    clearInterval(timer);
    timer = null;
    play.textContent = data.words.play;
  }
  play.addEventListener("click", function () {
    if (timer) return stop();
    if (state.hour >= hours - 1) state.hour = 0;
    play.textContent = data.words.pause;
    timer = setInterval(function () {
      if (state.hour >= hours - 1) return stop();
      setHour(state.hour + 1);
    }, 350);
  });
  slider.addEventListener("input", function () { stop(); setHour(Number(slider.value)); });
  number.addEventListener("change", function () { stop(); setHour(Number(number.value)); });
  element("map-need").addEventListener("change", function (event) { state.need = Number(event.target.value); draw(); smallMaps(); hideTip(); });
  document.querySelectorAll("input[name='map-measure']").forEach(function (radio) {
    radio.addEventListener("change", function () { state.measure = Number(radio.value); draw(); smallMaps(); hideTip(); });
  });

  function hideTip() { tip.hidden = true; }
  function showTip(path) {
    var index = Number(path.dataset.area), area = data.areas[index], v = value(state.measure, state.need, index, state.hour);
    tip.textContent = "";
    [area[0] + (data.municipalities[area[1]] ? ", " + data.municipalities[area[1]] : ""), spread(v), percent(share(v)) + " " + data.words.affected + ", " + fill(data.words.hour, [state.hour])]
      .forEach(function (line, i) {
        var row = document.createElement(i === 0 ? "strong" : "div");
        row.textContent = line;
        tip.appendChild(row);
      });
    tip.hidden = false;
    var frame = map.parentElement.getBoundingClientRect(), box = path.getBoundingClientRect();
    var left = box.left + box.width / 2 - frame.left + 8;
    tip.style.left = Math.max(0, Math.min(left, frame.width - tip.offsetWidth)) + "px";
    tip.style.top = Math.max(0, box.top - frame.top - tip.offsetHeight - 4) + "px";
  }
  var paths = Array.prototype.slice.call(map.querySelectorAll("path[data-area]"));
  paths.forEach(function (path, i) {
    path.addEventListener("pointerenter", function () { showTip(path); });
    path.addEventListener("pointerleave", hideTip);
    path.addEventListener("focus", function () { showTip(path); });
    path.addEventListener("blur", hideTip);
    path.addEventListener("keydown", function (event) {
      var step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
      if (!step) return event.key === "Escape" && hideTip();
      event.preventDefault();
      var next = paths[(i + step + paths.length) % paths.length];
      path.tabIndex = -1;
      next.tabIndex = 0;
      next.focus();
    });
  });

  element("map-controls").hidden = false;
  draw();
})();
