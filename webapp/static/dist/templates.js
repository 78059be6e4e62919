// Built from webapp/templates by scripts/build.js.
export default {
"layouts/tablet.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
if(runtime.contextOrFrameLookup(context, frame, "is_fragment")) {
output += "\n<title>";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "title"), env.opts.autoescape);
output += " – Jotter</title>\n<div hx-swap-oob=\"innerHTML:#sync-status\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_sync.html", false, "layouts/tablet.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
callback(null,t_1);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_4,t_3) {
if(t_4) { cb(t_4); return; }
callback(null,t_3);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "</div>\n";
});
}
else {
output += "\n<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1, viewport-fit=cover\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"theme-color\" content=\"#1b4a3f\">\n<meta name=\"referrer\" content=\"same-origin\">\n<meta name=\"mobile-web-app-capable\" content=\"yes\">\n<meta name=\"apple-mobile-web-app-capable\" content=\"yes\">\n<meta name=\"apple-mobile-web-app-title\" content=\"Jotter\">\n<meta name=\"format-detection\" content=\"telephone=no\">\n<meta name=\"htmx-config\" content='{\"historyCacheSize\":0,\"refreshOnHistoryMiss\":true,\"includeIndicatorStyles\":false,\"allowEval\":false,\"timeout\":3000,\"defaultSettleDelay\":0,\"selfRequestsOnly\":true,\"responseHandling\":[{\"code\":\"204\",\"swap\":false},{\"code\":\"[23]..\",\"swap\":true},{\"code\":\"(404|422|507)\",\"swap\":true},{\"code\":\"[45]..\",\"swap\":false,\"error\":true}]}'>\n<title>";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "title"), env.opts.autoescape);
output += " – Jotter</title>\n<link rel=\"manifest\" href=\"";
output += runtime.suppressValue((lineno = 20, colno = 35, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "asset"), "asset", context, ["manifest.webmanifest"])), env.opts.autoescape);
output += "\">\n<link rel=\"icon\" href=\"";
output += runtime.suppressValue((lineno = 21, colno = 31, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "asset"), "asset", context, ["icon.svg"])), env.opts.autoescape);
output += "\" type=\"image/svg+xml\">\n<link rel=\"apple-touch-icon\" href=\"";
output += runtime.suppressValue((lineno = 22, colno = 43, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "asset"), "asset", context, ["apple-touch-icon-180.png"])), env.opts.autoescape);
output += "\">\n<link rel=\"stylesheet\" href=\"";
output += runtime.suppressValue((lineno = 23, colno = 37, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "asset"), "asset", context, ["app.css"])), env.opts.autoescape);
output += "\">\n<script src=\"";
output += runtime.suppressValue((lineno = 24, colno = 21, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "asset"), "asset", context, ["htmx.js"])), env.opts.autoescape);
output += "\" defer></script>\n<script src=\"";
output += runtime.suppressValue((lineno = 25, colno = 21, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "asset"), "asset", context, ["page.js"])), env.opts.autoescape);
output += "\" defer></script>\n</head>\n<body class=\"tablet\" hx-history=\"false\" data-hand=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "hand"), env.opts.autoescape);
output += "\" data-schema=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "build")),"schema"), env.opts.autoescape);
output += "\" data-device=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "about")),"id") || "", env.opts.autoescape);
output += "\" data-person=\"";
if(runtime.contextOrFrameLookup(context, frame, "is_open")) {
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"id"), env.opts.autoescape);
;
}
output += "\" data-here=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"id") || "", env.opts.autoescape);
output += "\" data-session=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "session") || "", env.opts.autoescape);
output += "\" data-lock-minutes=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "lock_minutes") || "", env.opts.autoescape);
output += "\">\n<a class=\"skip-link\" href=\"#main\">Skip to the page</a>\n<header class=\"tablet-bar\">\n  <nav class=\"tablet-nav\" aria-label=\"Jotter\">\n    ";
if(runtime.contextOrFrameLookup(context, frame, "is_open")) {
output += "\n    <a class=\"brand\" href=\"/tablet/\"";
if(runtime.contextOrFrameLookup(context, frame, "path") == "/tablet/") {
output += " aria-current=\"page\"";
;
}
output += " aria-label=\"Today\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("shared/_mark.html", false, "layouts/tablet.html", false, function(t_6,t_5) {
if(t_6) { cb(t_6); return; }
callback(null,t_5);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
callback(null,t_7);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += " <span>Today</span></a>\n    <a href=\"/tablet/outbox\"";
if(runtime.contextOrFrameLookup(context, frame, "path") == "/tablet/outbox") {
output += " aria-current=\"page\"";
;
}
output += ">Outbox</a>\n    ";
});
}
else {
output += "\n    <a class=\"brand\" href=\"/tablet/\" aria-label=\"Jotter\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("shared/_mark.html", false, "layouts/tablet.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += " <span>Jotter</span></a>\n    ";
});
}
output += "\n  </nav>\n  <div class=\"sync\" role=\"status\" aria-label=\"Sync\" id=\"sync-status\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_sync.html", false, "layouts/tablet.html", false, function(t_14,t_13) {
if(t_14) { cb(t_14); return; }
callback(null,t_13);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_16,t_15) {
if(t_16) { cb(t_16); return; }
callback(null,t_15);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "</div>\n  ";
if(runtime.contextOrFrameLookup(context, frame, "is_open")) {
output += "<form class=\"lock-form\" method=\"post\" action=\"/tablet/lock\" data-lock><button class=\"button lock-button\" type=\"submit\">Lock</button></form>";
;
}
output += "\n</header>\n";
});
}
output += "\n<main class=\"tablet-main\" id=\"main\" tabindex=\"-1\">\n";
output += "\n";
if(runtime.contextOrFrameLookup(context, frame, "message")) {
output += "<div class=\"message message-done\"><p role=\"status\" aria-label=\"Done\"";
if(runtime.contextOrFrameLookup(context, frame, "is_fragment")) {
output += " aria-live=\"off\"";
;
}
output += ">";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "message"), env.opts.autoescape);
output += "</p>\n";
if(runtime.contextOrFrameLookup(context, frame, "undo")) {
output += "<form method=\"post\" action=\"/tablet/drafts/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "undo"), env.opts.autoescape);
output += "/restore\" hx-post=\"/tablet/drafts/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "undo"), env.opts.autoescape);
output += "/restore\" hx-target=\"#main\" hx-swap=\"outerHTML\"><button class=\"button\" type=\"submit\">Undo</button></form>";
;
}
output += "\n</div>";
;
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_18,t_17) {
if(t_18) { cb(t_18); return; }
output += t_17;
output += "\n</main>\n";
if(!runtime.contextOrFrameLookup(context, frame, "is_fragment")) {
output += "\n<p class=\"visually-hidden\" role=\"status\" id=\"said\"></p>\n";
output += "\n<div class=\"message tablet-update\" id=\"update\" role=\"status\" hidden>\n  <p>A new version of Jotter is ready. What you have typed is kept as a draft.</p>\n  <button class=\"button\" type=\"button\">Update</button>\n</div>\n<div class=\"tablet-news\" id=\"news\" role=\"status\" aria-label=\"News\"><button class=\"button button-primary\" type=\"button\" hidden>New above</button></div>\n</body>\n</html>\n";
;
}
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 47;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"shared/_chart.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_chart_plot.html", false, "shared/_chart.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("plot", t_1);
output += "\n";
env.getTemplate("shared/_chart_counts.html", false, "shared/_chart.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("counts", t_4);
output += "\n";
var macro_t_7 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_8 = "";t_8 += "\n<figure class=\"chart card chart-";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"shape"), env.opts.autoescape);
t_8 += "\" aria-labelledby=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"key"), env.opts.autoescape);
t_8 += "-title\">\n  <h4 id=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"key"), env.opts.autoescape);
t_8 += "-title\">";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"title"), env.opts.autoescape);
t_8 += "</h4>\n  ";
if(runtime.memberLookup((l_it),"about")) {
t_8 += "<p class=\"chart-about\">";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"about"), env.opts.autoescape);
t_8 += "</p>";
;
}
t_8 += "\n  ";
if(env.getFilter("length").call(context, runtime.memberLookup((l_it),"table"))) {
t_8 += "\n  ";
if(runtime.memberLookup((l_it),"shape") == "lines") {
t_8 += "<p class=\"chart-measure\" aria-hidden=\"true\">";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"measure"), env.opts.autoescape);
t_8 += "</p>";
t_8 += runtime.suppressValue((lineno = 9, colno = 107, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "plot")),"lines"), "plot[\"lines\"]", context, [l_it])), env.opts.autoescape);
t_8 += "\n  ";
;
}
else {
if(runtime.memberLookup((l_it),"shape") == "columns") {
t_8 += "<p class=\"chart-measure\" aria-hidden=\"true\">";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"measure"), env.opts.autoescape);
t_8 += "</p>";
t_8 += runtime.suppressValue((lineno = 10, colno = 110, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "plot")),"bars"), "plot[\"bars\"]", context, [l_it])), env.opts.autoescape);
t_8 += "\n  ";
;
}
else {
if(runtime.memberLookup((l_it),"shape") == "rows") {
t_8 += runtime.suppressValue((lineno = 11, colno = 45, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "counts")),"rows"), "counts[\"rows\"]", context, [l_it])), env.opts.autoescape);
t_8 += "\n  ";
;
}
else {
t_8 += runtime.suppressValue((lineno = 12, colno = 26, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "counts")),"grid"), "counts[\"grid\"]", context, [l_it])), env.opts.autoescape);
;
}
;
}
;
}
t_8 += "\n  ";
t_8 += runtime.suppressValue((lineno = 13, colno = 8, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "key"), "key", context, [l_it])), env.opts.autoescape);
t_8 += "\n  ";
frame = frame.push();
var t_11 = runtime.memberLookup((l_it),"notes");
if(t_11) {t_11 = runtime.fromIterator(t_11);
var t_10 = t_11.length;
for(var t_9=0; t_9 < t_11.length; t_9++) {
var t_12 = t_11[t_9];
frame.set("note", t_12);
frame.set("loop.index", t_9 + 1);
frame.set("loop.index0", t_9);
frame.set("loop.revindex", t_10 - t_9);
frame.set("loop.revindex0", t_10 - t_9 - 1);
frame.set("loop.first", t_9 === 0);
frame.set("loop.last", t_9 === t_10 - 1);
frame.set("loop.length", t_10);
t_8 += "<p class=\"chart-note\">";
t_8 += runtime.suppressValue(t_12, env.opts.autoescape);
t_8 += "</p>";
;
}
}
frame = frame.pop();
t_8 += "\n  ";
t_8 += runtime.suppressValue((lineno = 15, colno = 12, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "figures"), "figures", context, [l_it])), env.opts.autoescape);
t_8 += "\n  ";
;
}
else {
t_8 += "<p class=\"quiet\">Nothing to count yet.</p>";
;
}
t_8 += "\n</figure>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_8);
});
context.addExport("chart");
context.setVariable("chart", macro_t_7);
output += "\n";
var macro_t_13 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_14 = "";t_14 += "\n";
if(env.getFilter("length").call(context, runtime.memberLookup((l_it),"lines")) > 1 || (runtime.memberLookup((l_it),"shape") == "lines" && !runtime.memberLookup((l_it),"about"))) {
t_14 += "\n<ul class=\"chart-key\">\n  ";
frame = frame.push();
var t_17 = runtime.memberLookup((l_it),"lines");
if(t_17) {t_17 = runtime.fromIterator(t_17);
var t_16 = t_17.length;
for(var t_15=0; t_15 < t_17.length; t_15++) {
var t_18 = t_17[t_15];
frame.set("line", t_18);
frame.set("loop.index", t_15 + 1);
frame.set("loop.index0", t_15);
frame.set("loop.revindex", t_16 - t_15);
frame.set("loop.revindex0", t_16 - t_15 - 1);
frame.set("loop.first", t_15 === 0);
frame.set("loop.last", t_15 === t_16 - 1);
frame.set("loop.length", t_16);
t_14 += "<li><svg class=\"chart-sample\" viewBox=\"0 0 96 32\" aria-hidden=\"true\">";
if(runtime.memberLookup((l_it),"shape") == "lines") {
t_14 += "<path class=\"line line-";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"style"), env.opts.autoescape);
t_14 += "\" d=\"M2 16H94\"/><path class=\"marker marker-";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"style"), env.opts.autoescape);
t_14 += "\" d=\"";
t_14 += runtime.suppressValue((lineno = 22, colno = 242, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "plot")),"marker"), "plot[\"marker\"]", context, [48,16,runtime.memberLookup((t_18),"style")])), env.opts.autoescape);
t_14 += "\"/>";
;
}
else {
t_14 += "<rect class=\"bar bar-";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"style"), env.opts.autoescape);
t_14 += "\" x=\"30\" y=\"4\" width=\"36\" height=\"24\"/>";
;
}
t_14 += "</svg> ";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"name"), env.opts.autoescape);
t_14 += "</li>";
;
}
}
frame = frame.pop();
t_14 += "\n</ul>\n";
;
}
t_14 += "\n";
if(env.getFilter("length").call(context, runtime.memberLookup((l_it),"letters"))) {
t_14 += "\n<ul class=\"chart-key\">";
frame = frame.push();
var t_21 = runtime.memberLookup((l_it),"letters");
if(t_21) {t_21 = runtime.fromIterator(t_21);
var t_20 = t_21.length;
for(var t_19=0; t_19 < t_21.length; t_19++) {
var t_22 = t_21[t_19];
frame.set("each", t_22);
frame.set("loop.index", t_19 + 1);
frame.set("loop.index0", t_19);
frame.set("loop.revindex", t_20 - t_19);
frame.set("loop.revindex0", t_20 - t_19 - 1);
frame.set("loop.first", t_19 === 0);
frame.set("loop.last", t_19 === t_20 - 1);
frame.set("loop.length", t_20);
t_14 += "<li><strong>";
t_14 += runtime.suppressValue(runtime.memberLookup((t_22),"letter"), env.opts.autoescape);
t_14 += "</strong> ";
t_14 += runtime.suppressValue(runtime.memberLookup((t_22),"name"), env.opts.autoescape);
t_14 += "</li>";
;
}
}
frame = frame.pop();
t_14 += "</ul>\n";
;
}
t_14 += "\n";
if(runtime.memberLookup((l_it),"has_numbered_phases")) {
t_14 += "\n<ol class=\"chart-key\">";
frame = frame.push();
var t_25 = runtime.memberLookup((l_it),"phases");
if(t_25) {t_25 = runtime.fromIterator(t_25);
var t_24 = t_25.length;
for(var t_23=0; t_23 < t_25.length; t_23++) {
var t_26 = t_25[t_23];
frame.set("phase", t_26);
frame.set("loop.index", t_23 + 1);
frame.set("loop.index0", t_23);
frame.set("loop.revindex", t_24 - t_23);
frame.set("loop.revindex0", t_24 - t_23 - 1);
frame.set("loop.first", t_23 === 0);
frame.set("loop.last", t_23 === t_24 - 1);
frame.set("loop.length", t_24);
t_14 += "<li>";
t_14 += runtime.suppressValue(runtime.memberLookup((t_26),"name"), env.opts.autoescape);
t_14 += ", ";
t_14 += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((t_26),"day")), env.opts.autoescape);
t_14 += "</li>";
;
}
}
frame = frame.pop();
t_14 += "</ol>\n";
;
}
t_14 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_14);
});
context.addExport("key");
context.setVariable("key", macro_t_13);
output += "\n";
var macro_t_27 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_28 = "";t_28 += "\n<details class=\"chart-figures\">\n  <summary>Figures<span class=\"visually-hidden\">: ";
t_28 += runtime.suppressValue(runtime.memberLookup((l_it),"title"), env.opts.autoescape);
if(runtime.memberLookup((l_it),"about")) {
t_28 += ", ";
t_28 += runtime.suppressValue(runtime.memberLookup((l_it),"about"), env.opts.autoescape);
;
}
t_28 += "</span></summary>\n  <div class=\"table-frame\" tabindex=\"0\" role=\"region\" aria-label=\"Figures of ";
t_28 += runtime.suppressValue(runtime.memberLookup((l_it),"title"), env.opts.autoescape);
if(runtime.memberLookup((l_it),"about")) {
t_28 += ", ";
t_28 += runtime.suppressValue(runtime.memberLookup((l_it),"about"), env.opts.autoescape);
;
}
t_28 += "\"><table class=\"table table-plain\">\n    <thead><tr>";
frame = frame.push();
var t_31 = runtime.memberLookup((l_it),"heads");
if(t_31) {t_31 = runtime.fromIterator(t_31);
var t_30 = t_31.length;
for(var t_29=0; t_29 < t_31.length; t_29++) {
var t_32 = t_31[t_29];
frame.set("head", t_32);
frame.set("loop.index", t_29 + 1);
frame.set("loop.index0", t_29);
frame.set("loop.revindex", t_30 - t_29);
frame.set("loop.revindex0", t_30 - t_29 - 1);
frame.set("loop.first", t_29 === 0);
frame.set("loop.last", t_29 === t_30 - 1);
frame.set("loop.length", t_30);
t_28 += "<th scope=\"col\"";
if(runtime.memberLookup((l_it),"shape") != "lines" && !runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"first")) {
t_28 += " class=\"number\"";
;
}
t_28 += ">";
t_28 += runtime.suppressValue(t_32, env.opts.autoescape);
t_28 += "</th>";
;
}
}
frame = frame.pop();
t_28 += "</tr></thead>\n    <tbody>";
frame = frame.push();
var t_35 = runtime.memberLookup((l_it),"table");
if(t_35) {t_35 = runtime.fromIterator(t_35);
var t_34 = t_35.length;
for(var t_33=0; t_33 < t_35.length; t_33++) {
var t_36 = t_35[t_33];
frame.set("row", t_36);
frame.set("loop.index", t_33 + 1);
frame.set("loop.index0", t_33);
frame.set("loop.revindex", t_34 - t_33);
frame.set("loop.revindex0", t_34 - t_33 - 1);
frame.set("loop.first", t_33 === 0);
frame.set("loop.last", t_33 === t_34 - 1);
frame.set("loop.length", t_34);
t_28 += "<tr>";
frame = frame.push();
var t_39 = t_36;
if(t_39) {t_39 = runtime.fromIterator(t_39);
var t_38 = t_39.length;
for(var t_37=0; t_37 < t_39.length; t_37++) {
var t_40 = t_39[t_37];
frame.set("cell", t_40);
frame.set("loop.index", t_37 + 1);
frame.set("loop.index0", t_37);
frame.set("loop.revindex", t_38 - t_37);
frame.set("loop.revindex0", t_38 - t_37 - 1);
frame.set("loop.first", t_37 === 0);
frame.set("loop.last", t_37 === t_38 - 1);
frame.set("loop.length", t_38);
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"first")) {
t_28 += "<th scope=\"row\">";
t_28 += runtime.suppressValue(t_40, env.opts.autoescape);
t_28 += "</th>";
;
}
else {
t_28 += "<td";
if(runtime.memberLookup((l_it),"shape") != "lines") {
t_28 += " class=\"number\"";
;
}
t_28 += ">";
t_28 += runtime.suppressValue(t_40, env.opts.autoescape);
t_28 += "</td>";
;
}
;
}
}
frame = frame.pop();
t_28 += "</tr>";
;
}
}
frame = frame.pop();
t_28 += "</tbody>\n  </table></div>\n</details>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_28);
});
context.addExport("figures");
context.setVariable("figures", macro_t_27);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_chart_counts.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
var macro_t_1 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_2 = "";t_2 += "\n<svg viewBox=\"0 0 ";
t_2 += runtime.suppressValue(runtime.memberLookup((l_it),"width"), env.opts.autoescape);
t_2 += " ";
t_2 += runtime.suppressValue(runtime.memberLookup((l_it),"height"), env.opts.autoescape);
t_2 += "\" role=\"img\" aria-label=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((l_it),"summary"), env.opts.autoescape);
t_2 += "\">\n  ";
frame = frame.push();
var t_5 = runtime.memberLookup((l_it),"bars");
if(t_5) {t_5 = runtime.fromIterator(t_5);
var t_4 = t_5.length;
for(var t_3=0; t_3 < t_5.length; t_3++) {
var t_6 = t_5[t_3];
frame.set("bar", t_6);
frame.set("loop.index", t_3 + 1);
frame.set("loop.index0", t_3);
frame.set("loop.revindex", t_4 - t_3);
frame.set("loop.revindex0", t_4 - t_3 - 1);
frame.set("loop.first", t_3 === 0);
frame.set("loop.last", t_3 === t_4 - 1);
frame.set("loop.length", t_4);
t_2 += "<text class=\"row-name\" x=\"0\" y=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"name_y"), env.opts.autoescape);
t_2 += "\">";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"name"), env.opts.autoescape);
t_2 += "</text><rect class=\"bar bar-alone\" x=\"0\" y=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"y"), env.opts.autoescape);
t_2 += "\" width=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"width"), env.opts.autoescape);
t_2 += "\" height=\"32\"/><text class=\"row-value\" x=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"value_x"), env.opts.autoescape);
t_2 += "\" y=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"value_y"), env.opts.autoescape);
t_2 += "\">";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"count"), env.opts.autoescape);
t_2 += "</text>";
;
}
}
frame = frame.pop();
t_2 += "\n</svg>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("rows");
context.setVariable("rows", macro_t_1);
output += "\n";
var macro_t_7 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_8 = "";t_8 += "\n<svg viewBox=\"0 0 ";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"width"), env.opts.autoescape);
t_8 += " ";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"height"), env.opts.autoescape);
t_8 += "\" role=\"img\" aria-label=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"summary"), env.opts.autoescape);
t_8 += "\">\n  ";
frame = frame.push();
var t_11 = runtime.memberLookup((l_it),"rows");
if(t_11) {t_11 = runtime.fromIterator(t_11);
var t_10 = t_11.length;
for(var t_9=0; t_9 < t_11.length; t_9++) {
var t_12 = t_11[t_9];
frame.set("row", t_12);
frame.set("loop.index", t_9 + 1);
frame.set("loop.index0", t_9);
frame.set("loop.revindex", t_10 - t_9);
frame.set("loop.revindex0", t_10 - t_9 - 1);
frame.set("loop.first", t_9 === 0);
frame.set("loop.last", t_9 === t_10 - 1);
frame.set("loop.length", t_10);
t_8 += "<line class=\"grid\" x1=\"0\" x2=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((l_it),"right"), env.opts.autoescape);
t_8 += "\" y1=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_12),"line_y"), env.opts.autoescape);
t_8 += "\" y2=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_12),"line_y"), env.opts.autoescape);
t_8 += "\"/><text class=\"row-name\" x=\"0\" y=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_12),"y") + 9, env.opts.autoescape);
t_8 += "\">";
t_8 += runtime.suppressValue(runtime.memberLookup((t_12),"text"), env.opts.autoescape);
t_8 += "</text>";
;
}
}
frame = frame.pop();
t_8 += "\n  ";
frame = frame.push();
var t_15 = runtime.memberLookup((l_it),"columns");
if(t_15) {t_15 = runtime.fromIterator(t_15);
var t_14 = t_15.length;
for(var t_13=0; t_13 < t_15.length; t_13++) {
var t_16 = t_15[t_13];
frame.set("column", t_16);
frame.set("loop.index", t_13 + 1);
frame.set("loop.index0", t_13);
frame.set("loop.revindex", t_14 - t_13);
frame.set("loop.revindex0", t_14 - t_13 - 1);
frame.set("loop.first", t_13 === 0);
frame.set("loop.last", t_13 === t_14 - 1);
frame.set("loop.length", t_14);
t_8 += "<text class=\"row-name\" x=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_16),"x"), env.opts.autoescape);
t_8 += "\" y=\"36\" text-anchor=\"middle\">";
t_8 += runtime.suppressValue(runtime.memberLookup((t_16),"text"), env.opts.autoescape);
t_8 += "</text>";
;
}
}
frame = frame.pop();
t_8 += "\n  ";
frame = frame.push();
var t_19 = runtime.memberLookup((l_it),"circles");
if(t_19) {t_19 = runtime.fromIterator(t_19);
var t_18 = t_19.length;
for(var t_17=0; t_17 < t_19.length; t_17++) {
var t_20 = t_19[t_17];
frame.set("circle", t_20);
frame.set("loop.index", t_17 + 1);
frame.set("loop.index0", t_17);
frame.set("loop.revindex", t_18 - t_17);
frame.set("loop.revindex0", t_18 - t_17 - 1);
frame.set("loop.first", t_17 === 0);
frame.set("loop.last", t_17 === t_18 - 1);
frame.set("loop.length", t_18);
t_8 += "<circle class=\"count\" cx=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_20),"x"), env.opts.autoescape);
t_8 += "\" cy=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_20),"y"), env.opts.autoescape);
t_8 += "\" r=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_20),"r"), env.opts.autoescape);
t_8 += "\"/><text class=\"count-text\" x=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_20),"x"), env.opts.autoescape);
t_8 += "\" y=\"";
t_8 += runtime.suppressValue(runtime.memberLookup((t_20),"y") + 8, env.opts.autoescape);
t_8 += "\" text-anchor=\"middle\">";
t_8 += runtime.suppressValue(runtime.memberLookup((t_20),"count"), env.opts.autoescape);
t_8 += "</text>";
;
}
}
frame = frame.pop();
t_8 += "\n</svg>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_8);
});
context.addExport("grid");
context.setVariable("grid", macro_t_7);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_chart_plot.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
var macro_t_1 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_2 = "";t_2 += "\n<svg viewBox=\"0 0 ";
t_2 += runtime.suppressValue(runtime.memberLookup((l_it),"width"), env.opts.autoescape);
t_2 += " ";
t_2 += runtime.suppressValue(runtime.memberLookup((l_it),"height"), env.opts.autoescape);
t_2 += "\" role=\"img\" aria-label=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((l_it),"summary"), env.opts.autoescape);
t_2 += "\">\n  ";
t_2 += runtime.suppressValue((lineno = 3, colno = 10, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "frame"), "frame", context, [l_it])), env.opts.autoescape);
t_2 += "\n  ";
frame = frame.push();
var t_5 = runtime.memberLookup((l_it),"lines");
if(t_5) {t_5 = runtime.fromIterator(t_5);
var t_4 = t_5.length;
for(var t_3=0; t_3 < t_5.length; t_3++) {
var t_6 = t_5[t_3];
frame.set("line", t_6);
frame.set("loop.index", t_3 + 1);
frame.set("loop.index0", t_3);
frame.set("loop.revindex", t_4 - t_3);
frame.set("loop.revindex0", t_4 - t_3 - 1);
frame.set("loop.first", t_3 === 0);
frame.set("loop.last", t_3 === t_4 - 1);
frame.set("loop.length", t_4);
t_2 += "\n  <path class=\"line line-";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"style"), env.opts.autoescape);
t_2 += "\" d=\"";
frame = frame.push();
var t_9 = runtime.memberLookup((t_6),"points");
if(t_9) {t_9 = runtime.fromIterator(t_9);
var t_8 = t_9.length;
for(var t_7=0; t_7 < t_9.length; t_7++) {
var t_10 = t_9[t_7];
frame.set("point", t_10);
frame.set("loop.index", t_7 + 1);
frame.set("loop.index0", t_7);
frame.set("loop.revindex", t_8 - t_7);
frame.set("loop.revindex0", t_8 - t_7 - 1);
frame.set("loop.first", t_7 === 0);
frame.set("loop.last", t_7 === t_8 - 1);
frame.set("loop.length", t_8);
t_2 += runtime.suppressValue((runtime.memberLookup((t_10),"starts")?"M":"L"), env.opts.autoescape);
t_2 += runtime.suppressValue(runtime.memberLookup((t_10),"x"), env.opts.autoescape);
t_2 += " ";
t_2 += runtime.suppressValue(runtime.memberLookup((t_10),"y"), env.opts.autoescape);
;
}
}
frame = frame.pop();
t_2 += "\"/>\n  <path class=\"marker marker-";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"style"), env.opts.autoescape);
t_2 += "\" d=\"";
frame = frame.push();
var t_13 = runtime.memberLookup((t_6),"points");
if(t_13) {t_13 = runtime.fromIterator(t_13);
var t_12 = t_13.length;
for(var t_11=0; t_11 < t_13.length; t_11++) {
var t_14 = t_13[t_11];
frame.set("point", t_14);
frame.set("loop.index", t_11 + 1);
frame.set("loop.index0", t_11);
frame.set("loop.revindex", t_12 - t_11);
frame.set("loop.revindex0", t_12 - t_11 - 1);
frame.set("loop.first", t_11 === 0);
frame.set("loop.last", t_11 === t_12 - 1);
frame.set("loop.length", t_12);
if(runtime.memberLookup((t_6),"is_dense")) {
t_2 += runtime.suppressValue((lineno = 6, colno = 117, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "small_marker"), "small_marker", context, [runtime.memberLookup((t_14),"x"),runtime.memberLookup((t_14),"y"),runtime.memberLookup((t_6),"style")])), env.opts.autoescape);
;
}
else {
t_2 += runtime.suppressValue((lineno = 6, colno = 169, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "marker"), "marker", context, [runtime.memberLookup((t_14),"x"),runtime.memberLookup((t_14),"y"),runtime.memberLookup((t_6),"style")])), env.opts.autoescape);
;
}
;
}
}
frame = frame.pop();
t_2 += "\"/>\n  ";
frame = frame.push();
var t_17 = runtime.memberLookup((t_6),"points");
if(t_17) {t_17 = runtime.fromIterator(t_17);
var t_16 = t_17.length;
for(var t_15=0; t_15 < t_17.length; t_15++) {
var t_18 = t_17[t_15];
frame.set("point", t_18);
frame.set("loop.index", t_15 + 1);
frame.set("loop.index0", t_15);
frame.set("loop.revindex", t_16 - t_15);
frame.set("loop.revindex0", t_16 - t_15 - 1);
frame.set("loop.first", t_15 === 0);
frame.set("loop.last", t_15 === t_16 - 1);
frame.set("loop.length", t_16);
if(runtime.memberLookup((t_18),"mark")) {
t_2 += "<text class=\"mark-letter\" x=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_18),"x"), env.opts.autoescape);
t_2 += "\" y=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_18),"y") - 18, env.opts.autoescape);
t_2 += "\" text-anchor=\"middle\">";
t_2 += runtime.suppressValue(runtime.memberLookup((t_18),"mark"), env.opts.autoescape);
t_2 += "</text>";
;
}
;
}
}
frame = frame.pop();
t_2 += "\n  ";
;
}
}
frame = frame.pop();
t_2 += "\n  ";
t_2 += runtime.suppressValue((lineno = 9, colno = 11, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "phases"), "phases", context, [l_it])), env.opts.autoescape);
t_2 += "\n</svg>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("lines");
context.setVariable("lines", macro_t_1);
output += "\n";
var macro_t_19 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_20 = "";t_20 += "\n<svg viewBox=\"0 0 ";
t_20 += runtime.suppressValue(runtime.memberLookup((l_it),"width"), env.opts.autoescape);
t_20 += " ";
t_20 += runtime.suppressValue(runtime.memberLookup((l_it),"height"), env.opts.autoescape);
t_20 += "\" role=\"img\" aria-label=\"";
t_20 += runtime.suppressValue(runtime.memberLookup((l_it),"summary"), env.opts.autoescape);
t_20 += "\">\n  ";
t_20 += runtime.suppressValue((lineno = 14, colno = 10, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "frame"), "frame", context, [l_it])), env.opts.autoescape);
t_20 += "\n  ";
frame = frame.push();
var t_23 = runtime.memberLookup((l_it),"lines");
if(t_23) {t_23 = runtime.fromIterator(t_23);
var t_22 = t_23.length;
for(var t_21=0; t_21 < t_23.length; t_21++) {
var t_24 = t_23[t_21];
frame.set("line", t_24);
frame.set("loop.index", t_21 + 1);
frame.set("loop.index0", t_21);
frame.set("loop.revindex", t_22 - t_21);
frame.set("loop.revindex0", t_22 - t_21 - 1);
frame.set("loop.first", t_21 === 0);
frame.set("loop.last", t_21 === t_22 - 1);
frame.set("loop.length", t_22);
frame = frame.push();
var t_27 = runtime.memberLookup((t_24),"bars");
if(t_27) {t_27 = runtime.fromIterator(t_27);
var t_26 = t_27.length;
for(var t_25=0; t_25 < t_27.length; t_25++) {
var t_28 = t_27[t_25];
frame.set("bar", t_28);
frame.set("loop.index", t_25 + 1);
frame.set("loop.index0", t_25);
frame.set("loop.revindex", t_26 - t_25);
frame.set("loop.revindex0", t_26 - t_25 - 1);
frame.set("loop.first", t_25 === 0);
frame.set("loop.last", t_25 === t_26 - 1);
frame.set("loop.length", t_26);
t_20 += "<rect class=\"bar bar-";
t_20 += runtime.suppressValue(runtime.memberLookup((t_24),"style"), env.opts.autoescape);
t_20 += "\" x=\"";
t_20 += runtime.suppressValue(runtime.memberLookup((t_28),"x"), env.opts.autoescape);
t_20 += "\" y=\"";
t_20 += runtime.suppressValue(runtime.memberLookup((t_28),"y"), env.opts.autoescape);
t_20 += "\" width=\"";
t_20 += runtime.suppressValue(runtime.memberLookup((t_28),"width"), env.opts.autoescape);
t_20 += "\" height=\"";
t_20 += runtime.suppressValue(runtime.memberLookup((t_28),"height"), env.opts.autoescape);
t_20 += "\"/>";
;
}
}
frame = frame.pop();
;
}
}
frame = frame.pop();
t_20 += "\n  ";
t_20 += runtime.suppressValue((lineno = 16, colno = 11, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "phases"), "phases", context, [l_it])), env.opts.autoescape);
t_20 += "\n</svg>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_20);
});
context.addExport("bars");
context.setVariable("bars", macro_t_19);
output += "\n";
var macro_t_29 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_30 = "";t_30 += "\n";
frame = frame.push();
var t_33 = runtime.memberLookup((l_it),"bands");
if(t_33) {t_33 = runtime.fromIterator(t_33);
var t_32 = t_33.length;
for(var t_31=0; t_31 < t_33.length; t_31++) {
var t_34 = t_33[t_31];
frame.set("band", t_34);
frame.set("loop.index", t_31 + 1);
frame.set("loop.index0", t_31);
frame.set("loop.revindex", t_32 - t_31);
frame.set("loop.revindex0", t_32 - t_31 - 1);
frame.set("loop.first", t_31 === 0);
frame.set("loop.last", t_31 === t_32 - 1);
frame.set("loop.length", t_32);
t_30 += "<rect class=\"band\" x=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_34),"x"), env.opts.autoescape);
t_30 += "\" y=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"top") - 8, env.opts.autoescape);
t_30 += "\" width=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_34),"width"), env.opts.autoescape);
t_30 += "\" height=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"base") - runtime.memberLookup((l_it),"top") + 8, env.opts.autoescape);
t_30 += "\"/>";
;
}
}
frame = frame.pop();
t_30 += "\n";
frame = frame.push();
var t_37 = runtime.memberLookup((l_it),"levels");
if(t_37) {t_37 = runtime.fromIterator(t_37);
var t_36 = t_37.length;
for(var t_35=0; t_35 < t_37.length; t_35++) {
var t_38 = t_37[t_35];
frame.set("level", t_38);
frame.set("loop.index", t_35 + 1);
frame.set("loop.index0", t_35);
frame.set("loop.revindex", t_36 - t_35);
frame.set("loop.revindex0", t_36 - t_35 - 1);
frame.set("loop.first", t_35 === 0);
frame.set("loop.last", t_35 === t_36 - 1);
frame.set("loop.length", t_36);
t_30 += "<line class=\"grid\" x1=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"left"), env.opts.autoescape);
t_30 += "\" x2=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"right"), env.opts.autoescape);
t_30 += "\" y1=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_38),"y"), env.opts.autoescape);
t_30 += "\" y2=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_38),"y"), env.opts.autoescape);
t_30 += "\"/><text x=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"left") - 14, env.opts.autoescape);
t_30 += "\" y=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_38),"y") + 9, env.opts.autoescape);
t_30 += "\" text-anchor=\"end\">";
t_30 += runtime.suppressValue(runtime.memberLookup((t_38),"text"), env.opts.autoescape);
t_30 += "</text>";
;
}
}
frame = frame.pop();
t_30 += "\n<line class=\"axis\" x1=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"left"), env.opts.autoescape);
t_30 += "\" x2=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"right"), env.opts.autoescape);
t_30 += "\" y1=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"base"), env.opts.autoescape);
t_30 += "\" y2=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"base"), env.opts.autoescape);
t_30 += "\"/>\n";
frame = frame.push();
var t_41 = runtime.memberLookup((l_it),"days");
if(t_41) {t_41 = runtime.fromIterator(t_41);
var t_40 = t_41.length;
for(var t_39=0; t_39 < t_41.length; t_39++) {
var t_42 = t_41[t_39];
frame.set("day", t_42);
frame.set("loop.index", t_39 + 1);
frame.set("loop.index0", t_39);
frame.set("loop.revindex", t_40 - t_39);
frame.set("loop.revindex0", t_40 - t_39 - 1);
frame.set("loop.first", t_39 === 0);
frame.set("loop.last", t_39 === t_40 - 1);
frame.set("loop.length", t_40);
t_30 += "<line class=\"axis\" x1=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_42),"x"), env.opts.autoescape);
t_30 += "\" x2=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_42),"x"), env.opts.autoescape);
t_30 += "\" y1=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"base"), env.opts.autoescape);
t_30 += "\" y2=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"base") + 10, env.opts.autoescape);
t_30 += "\"/><text x=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_42),"x"), env.opts.autoescape);
t_30 += "\" y=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"base") + 42, env.opts.autoescape);
t_30 += "\" text-anchor=\"middle\">";
t_30 += runtime.suppressValue(runtime.memberLookup((t_42),"text"), env.opts.autoescape);
t_30 += "</text>";
;
}
}
frame = frame.pop();
t_30 += "\n";
frame = frame.push();
var t_45 = runtime.memberLookup((l_it),"bands");
if(t_45) {t_45 = runtime.fromIterator(t_45);
var t_44 = t_45.length;
for(var t_43=0; t_43 < t_45.length; t_43++) {
var t_46 = t_45[t_43];
frame.set("band", t_46);
frame.set("loop.index", t_43 + 1);
frame.set("loop.index0", t_43);
frame.set("loop.revindex", t_44 - t_43);
frame.set("loop.revindex0", t_44 - t_43 - 1);
frame.set("loop.first", t_43 === 0);
frame.set("loop.last", t_43 === t_44 - 1);
frame.set("loop.length", t_44);
if(runtime.memberLookup((t_46),"text")) {
t_30 += "<text class=\"band-text\" x=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((t_46),"middle"), env.opts.autoescape);
t_30 += "\" y=\"";
t_30 += runtime.suppressValue(runtime.memberLookup((l_it),"height") - 6, env.opts.autoescape);
t_30 += "\" text-anchor=\"middle\">";
t_30 += runtime.suppressValue(runtime.memberLookup((t_46),"text"), env.opts.autoescape);
t_30 += "</text>";
;
}
;
}
}
frame = frame.pop();
t_30 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_30);
});
context.addExport("frame");
context.setVariable("frame", macro_t_29);
output += "\n";
var macro_t_47 = runtime.makeMacro(
["it"], 
[], 
function (l_it, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("it", l_it);
var t_48 = "";t_48 += "\n";
frame = frame.push();
var t_51 = runtime.memberLookup((l_it),"phases");
if(t_51) {t_51 = runtime.fromIterator(t_51);
var t_50 = t_51.length;
for(var t_49=0; t_49 < t_51.length; t_49++) {
var t_52 = t_51[t_49];
frame.set("phase", t_52);
frame.set("loop.index", t_49 + 1);
frame.set("loop.index0", t_49);
frame.set("loop.revindex", t_50 - t_49);
frame.set("loop.revindex0", t_50 - t_49 - 1);
frame.set("loop.first", t_49 === 0);
frame.set("loop.last", t_49 === t_50 - 1);
frame.set("loop.length", t_50);
t_48 += "<line class=\"phase\" x1=\"";
t_48 += runtime.suppressValue(runtime.memberLookup((t_52),"x"), env.opts.autoescape);
t_48 += "\" x2=\"";
t_48 += runtime.suppressValue(runtime.memberLookup((t_52),"x"), env.opts.autoescape);
t_48 += "\" y1=\"";
t_48 += runtime.suppressValue(runtime.memberLookup((t_52),"y") - 18, env.opts.autoescape);
t_48 += "\" y2=\"";
t_48 += runtime.suppressValue(runtime.memberLookup((l_it),"base"), env.opts.autoescape);
t_48 += "\"/><text class=\"phase-text\" x=\"";
t_48 += runtime.suppressValue(runtime.memberLookup((t_52),"text_x"), env.opts.autoescape);
t_48 += "\" y=\"";
t_48 += runtime.suppressValue(runtime.memberLookup((t_52),"y"), env.opts.autoescape);
t_48 += "\" text-anchor=\"";
t_48 += runtime.suppressValue(runtime.memberLookup((t_52),"anchor"), env.opts.autoescape);
t_48 += "\">";
t_48 += runtime.suppressValue(runtime.memberLookup((t_52),"label"), env.opts.autoescape);
t_48 += "</text>";
;
}
}
frame = frame.pop();
t_48 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_48);
});
context.addExport("phases");
context.setVariable("phases", macro_t_47);
output += "\n";
output += "\n";
var macro_t_53 = runtime.makeMacro(
["x", "y", "style"], 
[], 
function (l_x, l_y, l_style, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("x", l_x);
frame.set("y", l_y);
frame.set("style", l_style);
var t_54 = "";if(l_style == 1) {
t_54 += "M";
t_54 += runtime.suppressValue(l_x - 10, env.opts.autoescape);
t_54 += " ";
t_54 += runtime.suppressValue(l_y, env.opts.autoescape);
t_54 += "a10 10 0 1 0 20 0a10 10 0 1 0 -20 0z";
;
}
else {
if(l_style == 2) {
t_54 += "M";
t_54 += runtime.suppressValue(l_x - 9, env.opts.autoescape);
t_54 += " ";
t_54 += runtime.suppressValue(l_y - 9, env.opts.autoescape);
t_54 += "h18v18h-18z";
;
}
else {
if(l_style == 3) {
t_54 += "M";
t_54 += runtime.suppressValue(l_x, env.opts.autoescape);
t_54 += " ";
t_54 += runtime.suppressValue(l_y - 12, env.opts.autoescape);
t_54 += "l12 21h-24z";
;
}
else {
if(l_style == 4) {
t_54 += "M";
t_54 += runtime.suppressValue(l_x, env.opts.autoescape);
t_54 += " ";
t_54 += runtime.suppressValue(l_y - 13, env.opts.autoescape);
t_54 += "l13 13l-13 13l-13 -13z";
;
}
else {
t_54 += "M";
t_54 += runtime.suppressValue(l_x - 9, env.opts.autoescape);
t_54 += " ";
t_54 += runtime.suppressValue(l_y - 9, env.opts.autoescape);
t_54 += "l18 18m0 -18l-18 18";
;
}
;
}
;
}
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_54);
});
context.addExport("marker");
context.setVariable("marker", macro_t_53);
output += "\n";
var macro_t_55 = runtime.makeMacro(
["x", "y", "style"], 
[], 
function (l_x, l_y, l_style, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("x", l_x);
frame.set("y", l_y);
frame.set("style", l_style);
var t_56 = "";if(l_style == 1) {
t_56 += "M";
t_56 += runtime.suppressValue(l_x - 5, env.opts.autoescape);
t_56 += " ";
t_56 += runtime.suppressValue(l_y, env.opts.autoescape);
t_56 += "a5 5 0 1 0 10 0a5 5 0 1 0 -10 0z";
;
}
else {
if(l_style == 2) {
t_56 += "M";
t_56 += runtime.suppressValue(l_x - 5, env.opts.autoescape);
t_56 += " ";
t_56 += runtime.suppressValue(l_y - 5, env.opts.autoescape);
t_56 += "h10v10h-10z";
;
}
else {
if(l_style == 3) {
t_56 += "M";
t_56 += runtime.suppressValue(l_x, env.opts.autoescape);
t_56 += " ";
t_56 += runtime.suppressValue(l_y - 6, env.opts.autoescape);
t_56 += "l6 11h-12z";
;
}
else {
if(l_style == 4) {
t_56 += "M";
t_56 += runtime.suppressValue(l_x, env.opts.autoescape);
t_56 += " ";
t_56 += runtime.suppressValue(l_y - 7, env.opts.autoescape);
t_56 += "l7 7l-7 7l-7 -7z";
;
}
else {
t_56 += "M";
t_56 += runtime.suppressValue(l_x - 5, env.opts.autoescape);
t_56 += " ";
t_56 += runtime.suppressValue(l_y - 5, env.opts.autoescape);
t_56 += "l10 10m0 -10l-10 10";
;
}
;
}
;
}
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_56);
});
context.addExport("small_marker");
context.setVariable("small_marker", macro_t_55);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_details.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
var macro_t_1 = runtime.makeMacro(
["name", "value"], 
[], 
function (l_name, l_value, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("value", l_value);
var t_2 = "";if(l_value) {
t_2 += "<dt>";
t_2 += runtime.suppressValue(l_name, env.opts.autoescape);
t_2 += "</dt><dd>";
t_2 += runtime.suppressValue(l_value, env.opts.autoescape);
t_2 += "</dd>";
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("fact");
context.setVariable("fact", macro_t_1);
output += "\n\n";
var macro_t_3 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_4 = "";t_4 += "\n<div class=\"table-frame\"><table class=\"table\">\n  <caption>Spells</caption>\n  <thead><tr><th scope=\"col\">From</th><th scope=\"col\">To</th><th scope=\"col\">How long</th></tr></thead>\n  <tbody>";
frame = frame.push();
var t_7 = env.getFilter("rows").call(context, runtime.memberLookup((l_m),"spells"));
if(t_7) {t_7 = runtime.fromIterator(t_7);
var t_6 = t_7.length;
for(var t_5=0; t_5 < t_7.length; t_5++) {
var t_8 = t_7[t_5];
frame.set("one", t_8);
frame.set("loop.index", t_5 + 1);
frame.set("loop.index0", t_5);
frame.set("loop.revindex", t_6 - t_5);
frame.set("loop.revindex0", t_6 - t_5 - 1);
frame.set("loop.first", t_5 === 0);
frame.set("loop.last", t_5 === t_6 - 1);
frame.set("loop.length", t_6);
t_4 += "<tr><td>";
t_4 += runtime.suppressValue(env.getFilter("clock_seconds").call(context, runtime.memberLookup((t_8),"start")), env.opts.autoescape);
t_4 += "</td><td>";
t_4 += runtime.suppressValue(env.getFilter("clock_seconds").call(context, runtime.memberLookup((t_8),"stop")), env.opts.autoescape);
t_4 += "</td><td>";
t_4 += runtime.suppressValue(env.getFilter("lasting").call(context, env.getFilter("spell_seconds").call(context, t_8)), env.opts.autoescape);
t_4 += "</td></tr>";
;
}
}
frame = frame.pop();
t_4 += "</tbody>\n</table></div>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_4);
});
context.addExport("spells");
context.setVariable("spells", macro_t_3);
output += "\n\n";
var macro_t_9 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_10 = "";t_10 += "\n<details class=\"measure-more\">\n  <summary>The moment of each tap</summary>\n  <ol class=\"measure-list\">";
frame = frame.push();
var t_13 = env.getFilter("listed").call(context, runtime.memberLookup((l_m),"taps"));
if(t_13) {t_13 = runtime.fromIterator(t_13);
var t_12 = t_13.length;
for(var t_11=0; t_11 < t_13.length; t_11++) {
var t_14 = t_13[t_11];
frame.set("tap", t_14);
frame.set("loop.index", t_11 + 1);
frame.set("loop.index0", t_11);
frame.set("loop.revindex", t_12 - t_11);
frame.set("loop.revindex0", t_12 - t_11 - 1);
frame.set("loop.first", t_11 === 0);
frame.set("loop.last", t_11 === t_12 - 1);
frame.set("loop.length", t_12);
t_10 += "<li>";
t_10 += runtime.suppressValue(env.getFilter("clock_seconds").call(context, t_14), env.opts.autoescape);
t_10 += "</li>";
;
}
}
frame = frame.pop();
t_10 += "</ol>\n</details>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_10);
});
context.addExport("taps");
context.setVariable("taps", macro_t_9);
output += "\n\n";
var macro_t_15 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_16 = "";t_16 += "\n";
frame = frame.push();
var t_19 = env.getFilter("rows").call(context, runtime.memberLookup((l_m),"behaviours"));
if(t_19) {t_19 = runtime.fromIterator(t_19);
var t_18 = t_19.length;
for(var t_17=0; t_17 < t_19.length; t_17++) {
var t_20 = t_19[t_17];
frame.set("one", t_20);
frame.set("loop.index", t_17 + 1);
frame.set("loop.index0", t_17);
frame.set("loop.revindex", t_18 - t_17);
frame.set("loop.revindex0", t_18 - t_17 - 1);
frame.set("loop.first", t_17 === 0);
frame.set("loop.last", t_17 === t_18 - 1);
frame.set("loop.length", t_18);
t_16 += "\n<details class=\"measure-more\">\n  <summary>";
t_16 += runtime.suppressValue(env.getFilter("worded").call(context, runtime.memberLookup((t_20),"name")) || "Not named", env.opts.autoescape);
t_16 += ", interval by interval: yes in ";
t_16 += runtime.suppressValue(env.getFilter("yeses").call(context, runtime.memberLookup((t_20),"intervals")), env.opts.autoescape);
t_16 += " of ";
t_16 += runtime.suppressValue(env.getFilter("length").call(context, env.getFilter("listed").call(context, runtime.memberLookup((t_20),"intervals"))), env.opts.autoescape);
t_16 += "</summary>\n  <ol class=\"measure-list\">";
frame = frame.push();
var t_23 = env.getFilter("listed").call(context, runtime.memberLookup((t_20),"intervals"));
if(t_23) {t_23 = runtime.fromIterator(t_23);
var t_22 = t_23.length;
for(var t_21=0; t_21 < t_23.length; t_21++) {
var t_24 = t_23[t_21];
frame.set("seen", t_24);
frame.set("loop.index", t_21 + 1);
frame.set("loop.index0", t_21);
frame.set("loop.revindex", t_22 - t_21);
frame.set("loop.revindex0", t_22 - t_21 - 1);
frame.set("loop.first", t_21 === 0);
frame.set("loop.last", t_21 === t_22 - 1);
frame.set("loop.length", t_22);
t_16 += "<li>";
if(env.getFilter("is_no").call(context, t_24)) {
t_16 += "No";
;
}
else {
t_16 += "<strong>Yes</strong>";
;
}
t_16 += "</li>";
;
}
}
frame = frame.pop();
t_16 += "</ol>\n</details>\n";
;
}
}
frame = frame.pop();
t_16 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_16);
});
context.addExport("intervals");
context.setVariable("intervals", macro_t_15);
output += "\n\n";
var macro_t_25 = runtime.makeMacro(
["body", "m"], 
[], 
function (l_body, l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("body", l_body);
frame.set("m", l_m);
var t_26 = "";t_26 += "\n";
if(runtime.memberLookup((l_body),"instrument") == "abc") {
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 30, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Before",env.getFilter("picked").call(context, runtime.memberLookup((l_m),"antecedent"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 30, colno = 50, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Behaviour",env.getFilter("picked").call(context, runtime.memberLookup((l_m),"behaviour"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 30, colno = 95, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["After",env.getFilter("picked").call(context, runtime.memberLookup((l_m),"consequence"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 30, colno = 138, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Intensity, 1 to 5",env.getFilter("number").call(context, runtime.memberLookup((l_m),"intensity"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 30, colno = 191, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["How long",env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"duration_s"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 30, colno = 237, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["People present",env.getFilter("worded").call(context, runtime.memberLookup((l_m),"people_present"))])), env.opts.autoescape);
t_26 += "\n";
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "frequency") {
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 32, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Behaviour",env.getFilter("worded").call(context, runtime.memberLookup((l_m),"behaviour"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 32, colno = 52, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["How often",env.getFilter("number").call(context, runtime.memberLookup((l_m),"count"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 32, colno = 93, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Watched for",env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"observed_for_s"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 32, colno = 146, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["An hour",env.getFilter("per_hour").call(context, runtime.memberLookup((l_m),"count"),runtime.memberLookup((l_m),"observed_for_s"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 32, colno = 205, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["From",env.getFilter("clock_seconds").call(context, runtime.memberLookup((l_m),"began_at"))])), env.opts.autoescape);
t_26 += "\n";
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "duration") {
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 34, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Behaviour",env.getFilter("worded").call(context, runtime.memberLookup((l_m),"behaviour"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 34, colno = 52, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["In all",env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"total_s"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 34, colno = 93, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Began after the instruction by",env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"latency_s"))])), env.opts.autoescape);
t_26 += "\n";
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "time_sample") {
t_26 += "\n";
frame = frame.push();
var t_29 = env.getFilter("rows").call(context, runtime.memberLookup((l_m),"behaviours"));
if(t_29) {t_29 = runtime.fromIterator(t_29);
var t_28 = t_29.length;
for(var t_27=0; t_27 < t_29.length; t_27++) {
var t_30 = t_29[t_27];
frame.set("one", t_30);
frame.set("loop.index", t_27 + 1);
frame.set("loop.index0", t_27);
frame.set("loop.revindex", t_28 - t_27);
frame.set("loop.revindex0", t_28 - t_27 - 1);
frame.set("loop.first", t_27 === 0);
frame.set("loop.last", t_27 === t_28 - 1);
frame.set("loop.length", t_28);
t_26 += runtime.suppressValue((lineno = 36, colno = 43, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, [env.getFilter("worded").call(context, runtime.memberLookup((t_30),"name")) || "Not named",(env.getFilter("percent_yes").call(context, runtime.memberLookup((t_30),"intervals"))?env.getFilter("percent_yes").call(context, runtime.memberLookup((t_30),"intervals")) + "" + " % of intervals":"")])), env.opts.autoescape);
;
}
}
frame = frame.pop();
t_26 += runtime.suppressValue((lineno = 36, colno = 187, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Rule",env.getFilter("rule_name").call(context, runtime.memberLookup((l_m),"rule"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 36, colno = 225, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Interval",env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"interval_s"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 36, colno = 271, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["From",env.getFilter("clock_seconds").call(context, runtime.memberLookup((l_m),"began_at"))])), env.opts.autoescape);
t_26 += "\n";
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "scale") {
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 38, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Scale",env.getFilter("worded").call(context, runtime.memberLookup((l_m),"name")) || env.getFilter("scale_name").call(context, runtime.memberLookup((l_m),"scale"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 38, colno = 67, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Score",env.getFilter("joined").call(context, [env.getFilter("number").call(context, runtime.memberLookup((l_m),"score")),env.getFilter("step_name").call(context, runtime.memberLookup((l_m),"score"),runtime.memberLookup((l_m),"scale"))])])), env.opts.autoescape);
frame = frame.push();
var t_33 = env.getFilter("scored").call(context, runtime.memberLookup((l_m),"scores"));
if(t_33) {t_33 = runtime.fromIterator(t_33);
var t_32 = t_33.length;
for(var t_31=0; t_31 < t_33.length; t_31++) {
var t_34 = t_33[t_31];
frame.set("one", t_34);
frame.set("loop.index", t_31 + 1);
frame.set("loop.index0", t_31);
frame.set("loop.revindex", t_32 - t_31);
frame.set("loop.revindex0", t_32 - t_31 - 1);
frame.set("loop.first", t_31 === 0);
frame.set("loop.last", t_31 === t_32 - 1);
frame.set("loop.length", t_32);
t_26 += runtime.suppressValue((lineno = 38, colno = 179, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, [runtime.memberLookup((t_34),"name"),runtime.memberLookup((t_34),"score")])), env.opts.autoescape);
;
}
}
frame = frame.pop();
t_26 += runtime.suppressValue((lineno = 38, colno = 222, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["From",env.getFilter("number").call(context, runtime.memberLookup((l_m),"least"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 38, colno = 258, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["To",env.getFilter("number").call(context, runtime.memberLookup((l_m),"most"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 38, colno = 291, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Note",env.getFilter("worded").call(context, runtime.memberLookup((l_m),"note"))])), env.opts.autoescape);
t_26 += "\n";
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "target") {
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 40, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Help",env.getFilter("help_name").call(context, runtime.memberLookup((l_m),"help"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 40, colno = 45, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Right",env.getFilter("number").call(context, runtime.memberLookup((l_m),"trials_right"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 40, colno = 89, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Given",env.getFilter("number").call(context, runtime.memberLookup((l_m),"trials_given"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 40, colno = 133, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Per cent right",env.getFilter("percent").call(context, runtime.memberLookup((l_m),"trials_right"),runtime.memberLookup((l_m),"trials_given"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 40, colno = 203, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Goal attainment",env.getFilter("joined").call(context, [env.getFilter("signed").call(context, runtime.memberLookup((l_m),"attainment")),env.getFilter("attainment_name").call(context, runtime.memberLookup((l_m),"attainment"))])])), env.opts.autoescape);
t_26 += "\n";
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "session") {
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 42, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Provision",env.getFilter("worded").call(context, runtime.memberLookup((l_m),"provision"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 42, colno = 52, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Planned, minutes",env.getFilter("number").call(context, runtime.memberLookup((l_m),"planned_minutes"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 42, colno = 110, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Delivered, minutes",env.getFilter("number").call(context, runtime.memberLookup((l_m),"delivered_minutes"))])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 42, colno = 172, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Present",(env.getFilter("is_no").call(context, runtime.memberLookup((l_m),"present"))?"No":"")])), env.opts.autoescape);
t_26 += runtime.suppressValue((lineno = 42, colno = 228, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "fact"), "fact", context, ["Why not",env.getFilter("worded").call(context, runtime.memberLookup((l_m),"absence_reason"))])), env.opts.autoescape);
t_26 += "\n";
;
}
;
}
;
}
;
}
;
}
;
}
;
}
t_26 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_26);
});
context.addExport("facts");
context.setVariable("facts", macro_t_25);
output += "\n\n";
var macro_t_35 = runtime.makeMacro(
["body"], 
[], 
function (l_body, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("body", l_body);
var t_36 = "";t_36 += "\n";
var t_37;
t_37 = env.getFilter("members").call(context, runtime.memberLookup((l_body),"measures"));
frame.set("m", t_37, true);
if(frame.topLevel) {
context.setVariable("m", t_37);
}
if(frame.topLevel) {
context.addExport("m", t_37);
}
t_36 += "\n<dl class=\"fact-list\">";
t_36 += runtime.suppressValue((lineno = 48, colno = 30, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "facts"), "facts", context, [l_body,runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
t_36 += "</dl>\n";
if(runtime.memberLookup((l_body),"instrument") == "duration" && env.getFilter("length").call(context, env.getFilter("rows").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "m")),"spells")))) {
t_36 += runtime.suppressValue((lineno = 49, colno = 76, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "spells"), "spells", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "frequency" && env.getFilter("length").call(context, env.getFilter("listed").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "m")),"taps")))) {
t_36 += runtime.suppressValue((lineno = 49, colno = 159, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "taps"), "taps", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "time_sample") {
t_36 += runtime.suppressValue((lineno = 49, colno = 220, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "intervals"), "intervals", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
;
}
;
}
t_36 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_36);
});
context.addExport("details");
context.setVariable("details", macro_t_35);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_fields.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n\n";
var macro_t_1 = runtime.makeMacro(
["name", "hint", "error"], 
[], 
function (l_name, l_hint, l_error, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("hint", l_hint);
frame.set("error", l_error);
var t_2 = "";if(l_hint || l_error) {
t_2 += " aria-describedby=\"";
if(l_hint) {
t_2 += runtime.suppressValue(l_name, env.opts.autoescape);
t_2 += "-hint";
;
}
if(l_hint && l_error) {
t_2 += " ";
;
}
if(l_error) {
t_2 += runtime.suppressValue(l_name, env.opts.autoescape);
t_2 += "-error";
;
}
t_2 += "\"";
;
}
if(l_error) {
t_2 += " aria-invalid=\"true\"";
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("described_by");
context.setVariable("described_by", macro_t_1);
output += "\n\n";
var macro_t_3 = runtime.makeMacro(
["name", "hint", "error"], 
[], 
function (l_name, l_hint, l_error, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("hint", l_hint);
frame.set("error", l_error);
var t_4 = "";if(l_hint) {
t_4 += "<p class=\"hint\" id=\"";
t_4 += runtime.suppressValue(l_name, env.opts.autoescape);
t_4 += "-hint\">";
t_4 += runtime.suppressValue(l_hint, env.opts.autoescape);
t_4 += "</p>";
;
}
t_4 += "\n";
if(l_error) {
t_4 += "<p class=\"error-message\" id=\"";
t_4 += runtime.suppressValue(l_name, env.opts.autoescape);
t_4 += "-error\">";
t_4 += runtime.suppressValue(l_error, env.opts.autoescape);
t_4 += "</p>";
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_4);
});
context.addExport("around_hint");
context.setVariable("around_hint", macro_t_3);
output += "\n\n";
var macro_t_5 = runtime.makeMacro(
["name", "label"], 
["value", "hint", "error", "type", "autocomplete", "maxlength", "required", "suggestions"], 
function (l_name, l_label, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("label", l_label);
frame.set("value", Object.prototype.hasOwnProperty.call(kwargs, "value") ? kwargs["value"] : "");frame.set("hint", Object.prototype.hasOwnProperty.call(kwargs, "hint") ? kwargs["hint"] : "");frame.set("error", Object.prototype.hasOwnProperty.call(kwargs, "error") ? kwargs["error"] : "");frame.set("type", Object.prototype.hasOwnProperty.call(kwargs, "type") ? kwargs["type"] : "text");frame.set("autocomplete", Object.prototype.hasOwnProperty.call(kwargs, "autocomplete") ? kwargs["autocomplete"] : "");frame.set("maxlength", Object.prototype.hasOwnProperty.call(kwargs, "maxlength") ? kwargs["maxlength"] : "");frame.set("required", Object.prototype.hasOwnProperty.call(kwargs, "required") ? kwargs["required"] : false);frame.set("suggestions", Object.prototype.hasOwnProperty.call(kwargs, "suggestions") ? kwargs["suggestions"] : []);var t_6 = "";t_6 += "\n<div class=\"field";
if(runtime.contextOrFrameLookup(context, frame, "error")) {
t_6 += " field-wrong";
;
}
t_6 += "\">\n  <label for=\"";
t_6 += runtime.suppressValue(l_name, env.opts.autoescape);
t_6 += "\">";
t_6 += runtime.suppressValue(l_label, env.opts.autoescape);
t_6 += "</label>\n  ";
t_6 += runtime.suppressValue((lineno = 15, colno = 16, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "around_hint"), "around_hint", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_6 += "\n  <input class=\"input\" id=\"";
t_6 += runtime.suppressValue(l_name, env.opts.autoescape);
t_6 += "\" name=\"";
t_6 += runtime.suppressValue(l_name, env.opts.autoescape);
t_6 += "\" type=\"";
t_6 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "type"), env.opts.autoescape);
t_6 += "\" value=\"";
t_6 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "value") || "", env.opts.autoescape);
t_6 += "\"";
if(runtime.contextOrFrameLookup(context, frame, "autocomplete")) {
t_6 += " autocomplete=\"";
t_6 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "autocomplete"), env.opts.autoescape);
t_6 += "\"";
;
}
if(runtime.contextOrFrameLookup(context, frame, "maxlength")) {
t_6 += " maxlength=\"";
t_6 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "maxlength"), env.opts.autoescape);
t_6 += "\"";
;
}
if(runtime.contextOrFrameLookup(context, frame, "required")) {
t_6 += " required";
;
}
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "suggestions"))) {
t_6 += " list=\"";
t_6 += runtime.suppressValue(l_name, env.opts.autoescape);
t_6 += "-suggestions\"";
;
}
t_6 += runtime.suppressValue((lineno = 20, colno = 90, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "described_by"), "described_by", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_6 += ">\n  ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "suggestions"))) {
t_6 += "<datalist id=\"";
t_6 += runtime.suppressValue(l_name, env.opts.autoescape);
t_6 += "-suggestions\">";
frame = frame.push();
var t_9 = runtime.contextOrFrameLookup(context, frame, "suggestions");
if(t_9) {t_9 = runtime.fromIterator(t_9);
var t_8 = t_9.length;
for(var t_7=0; t_7 < t_9.length; t_7++) {
var t_10 = t_9[t_7];
frame.set("suggestion", t_10);
frame.set("loop.index", t_7 + 1);
frame.set("loop.index0", t_7);
frame.set("loop.revindex", t_8 - t_7);
frame.set("loop.revindex0", t_8 - t_7 - 1);
frame.set("loop.first", t_7 === 0);
frame.set("loop.last", t_7 === t_8 - 1);
frame.set("loop.length", t_8);
t_6 += "<option value=\"";
t_6 += runtime.suppressValue(t_10, env.opts.autoescape);
t_6 += "\"></option>";
;
}
}
frame = frame.pop();
t_6 += "</datalist>";
;
}
t_6 += "\n</div>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_6);
});
context.addExport("text");
context.setVariable("text", macro_t_5);
output += "\n\n";
var macro_t_11 = runtime.makeMacro(
["name", "label"], 
["value", "hint", "error", "rows", "maxlength"], 
function (l_name, l_label, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("label", l_label);
frame.set("value", Object.prototype.hasOwnProperty.call(kwargs, "value") ? kwargs["value"] : "");frame.set("hint", Object.prototype.hasOwnProperty.call(kwargs, "hint") ? kwargs["hint"] : "");frame.set("error", Object.prototype.hasOwnProperty.call(kwargs, "error") ? kwargs["error"] : "");frame.set("rows", Object.prototype.hasOwnProperty.call(kwargs, "rows") ? kwargs["rows"] : 4);frame.set("maxlength", Object.prototype.hasOwnProperty.call(kwargs, "maxlength") ? kwargs["maxlength"] : "");var t_12 = "";t_12 += "\n<div class=\"field";
if(runtime.contextOrFrameLookup(context, frame, "error")) {
t_12 += " field-wrong";
;
}
t_12 += "\">\n  <label for=\"";
t_12 += runtime.suppressValue(l_name, env.opts.autoescape);
t_12 += "\">";
t_12 += runtime.suppressValue(l_label, env.opts.autoescape);
t_12 += "</label>\n  ";
t_12 += runtime.suppressValue((lineno = 30, colno = 16, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "around_hint"), "around_hint", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_12 += "\n  <textarea class=\"input\" id=\"";
t_12 += runtime.suppressValue(l_name, env.opts.autoescape);
t_12 += "\" name=\"";
t_12 += runtime.suppressValue(l_name, env.opts.autoescape);
t_12 += "\" rows=\"";
t_12 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "rows"), env.opts.autoescape);
t_12 += "\"";
if(runtime.contextOrFrameLookup(context, frame, "maxlength")) {
t_12 += " maxlength=\"";
t_12 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "maxlength"), env.opts.autoescape);
t_12 += "\"";
;
}
t_12 += runtime.suppressValue((lineno = 32, colno = 77, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "described_by"), "described_by", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_12 += ">\n";
t_12 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "value") || "", env.opts.autoescape);
t_12 += "</textarea>\n</div>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_12);
});
context.addExport("area");
context.setVariable("area", macro_t_11);
output += "\n\n";
output += "\n";
var macro_t_13 = runtime.makeMacro(
["name", "label", "options"], 
["value", "hint", "error"], 
function (l_name, l_label, l_options, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("label", l_label);
frame.set("options", l_options);
frame.set("value", Object.prototype.hasOwnProperty.call(kwargs, "value") ? kwargs["value"] : "");frame.set("hint", Object.prototype.hasOwnProperty.call(kwargs, "hint") ? kwargs["hint"] : "");frame.set("error", Object.prototype.hasOwnProperty.call(kwargs, "error") ? kwargs["error"] : "");var t_14 = "";t_14 += "\n<div class=\"field";
if(runtime.contextOrFrameLookup(context, frame, "error")) {
t_14 += " field-wrong";
;
}
t_14 += "\">\n  <label for=\"";
t_14 += runtime.suppressValue(l_name, env.opts.autoescape);
t_14 += "\">";
t_14 += runtime.suppressValue(l_label, env.opts.autoescape);
t_14 += "</label>\n  ";
t_14 += runtime.suppressValue((lineno = 41, colno = 16, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "around_hint"), "around_hint", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_14 += "\n  <select class=\"input\" id=\"";
t_14 += runtime.suppressValue(l_name, env.opts.autoescape);
t_14 += "\" name=\"";
t_14 += runtime.suppressValue(l_name, env.opts.autoescape);
t_14 += "\"";
t_14 += runtime.suppressValue((lineno = 42, colno = 72, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "described_by"), "described_by", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_14 += ">\n    ";
frame = frame.push();
var t_17 = l_options;
if(t_17) {t_17 = runtime.fromIterator(t_17);
var t_16 = t_17.length;
for(var t_15=0; t_15 < t_17.length; t_15++) {
var t_18 = t_17[t_15];
frame.set("option", t_18);
frame.set("loop.index", t_15 + 1);
frame.set("loop.index0", t_15);
frame.set("loop.revindex", t_16 - t_15);
frame.set("loop.revindex0", t_16 - t_15 - 1);
frame.set("loop.first", t_15 === 0);
frame.set("loop.last", t_15 === t_16 - 1);
frame.set("loop.length", t_16);
t_14 += "<option value=\"";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"value"), env.opts.autoescape);
t_14 += "\"";
if(runtime.memberLookup((t_18),"value") == runtime.contextOrFrameLookup(context, frame, "value")) {
t_14 += " selected";
;
}
t_14 += ">";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"text"), env.opts.autoescape);
t_14 += "</option>\n    ";
;
}
}
frame = frame.pop();
t_14 += "\n  </select>\n</div>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_14);
});
context.addExport("choice");
context.setVariable("choice", macro_t_13);
output += "\n\n";
output += "\n";
var macro_t_19 = runtime.makeMacro(
["name", "label", "options"], 
["chosen", "hint", "error"], 
function (l_name, l_label, l_options, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("label", l_label);
frame.set("options", l_options);
frame.set("chosen", Object.prototype.hasOwnProperty.call(kwargs, "chosen") ? kwargs["chosen"] : []);frame.set("hint", Object.prototype.hasOwnProperty.call(kwargs, "hint") ? kwargs["hint"] : "");frame.set("error", Object.prototype.hasOwnProperty.call(kwargs, "error") ? kwargs["error"] : "");var t_20 = "";t_20 += "\n<fieldset class=\"field";
if(runtime.contextOrFrameLookup(context, frame, "error")) {
t_20 += " field-wrong";
;
}
t_20 += "\"";
t_20 += runtime.suppressValue((lineno = 52, colno = 75, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "described_by"), "described_by", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_20 += ">\n  <legend>";
t_20 += runtime.suppressValue(l_label, env.opts.autoescape);
t_20 += "</legend>\n  ";
t_20 += runtime.suppressValue((lineno = 54, colno = 16, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "around_hint"), "around_hint", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_20 += "\n  ";
frame = frame.push();
var t_23 = l_options;
if(t_23) {t_23 = runtime.fromIterator(t_23);
var t_22 = t_23.length;
for(var t_21=0; t_21 < t_23.length; t_21++) {
var t_24 = t_23[t_21];
frame.set("option", t_24);
frame.set("loop.index", t_21 + 1);
frame.set("loop.index0", t_21);
frame.set("loop.revindex", t_22 - t_21);
frame.set("loop.revindex0", t_22 - t_21 - 1);
frame.set("loop.first", t_21 === 0);
frame.set("loop.last", t_21 === t_22 - 1);
frame.set("loop.length", t_22);
t_20 += "<div class=\"checkbox\">\n    <input type=\"checkbox\" id=\"";
t_20 += runtime.suppressValue(l_name, env.opts.autoescape);
t_20 += "-";
t_20 += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
t_20 += "\" name=\"";
t_20 += runtime.suppressValue(l_name, env.opts.autoescape);
t_20 += "\" value=\"";
t_20 += runtime.suppressValue(runtime.memberLookup((t_24),"value"), env.opts.autoescape);
t_20 += "\"";
if(runtime.inOperator(runtime.memberLookup((t_24),"value"),runtime.contextOrFrameLookup(context, frame, "chosen"))) {
t_20 += " checked";
;
}
t_20 += ">\n    <label for=\"";
t_20 += runtime.suppressValue(l_name, env.opts.autoescape);
t_20 += "-";
t_20 += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
t_20 += "\">";
t_20 += runtime.suppressValue(runtime.memberLookup((t_24),"text"), env.opts.autoescape);
t_20 += "</label>\n  </div>\n  ";
;
}
}
frame = frame.pop();
t_20 += "\n</fieldset>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_20);
});
context.addExport("checkboxes");
context.setVariable("checkboxes", macro_t_19);
output += "\n\n";
output += "\n";
var macro_t_25 = runtime.makeMacro(
["errors"], 
["title"], 
function (l_errors, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("errors", l_errors);
frame.set("title", Object.prototype.hasOwnProperty.call(kwargs, "title") ? kwargs["title"] : "There is a problem");var t_26 = "";t_26 += "\n";
if(env.getFilter("length").call(context, l_errors)) {
t_26 += "\n<div class=\"error-summary\" role=\"alert\" aria-labelledby=\"error-summary-title\" tabindex=\"-1\">\n  <h2 id=\"error-summary-title\">";
t_26 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "title"), env.opts.autoescape);
t_26 += "</h2>\n  <ul>\n    ";
frame = frame.push();
var t_29 = l_errors;
if(t_29) {t_29 = runtime.fromIterator(t_29);
var t_28 = t_29.length;
for(var t_27=0; t_27 < t_29.length; t_27++) {
var t_30 = t_29[t_27];
frame.set("error", t_30);
frame.set("loop.index", t_27 + 1);
frame.set("loop.index0", t_27);
frame.set("loop.revindex", t_28 - t_27);
frame.set("loop.revindex0", t_28 - t_27 - 1);
frame.set("loop.first", t_27 === 0);
frame.set("loop.last", t_27 === t_28 - 1);
frame.set("loop.length", t_28);
t_26 += "<li>";
if(runtime.memberLookup((t_30),"name")) {
t_26 += "<a href=\"#";
t_26 += runtime.suppressValue(runtime.memberLookup((t_30),"name"), env.opts.autoescape);
t_26 += "\">";
t_26 += runtime.suppressValue(runtime.memberLookup((t_30),"message"), env.opts.autoescape);
t_26 += "</a>";
;
}
else {
t_26 += runtime.suppressValue(runtime.memberLookup((t_30),"message"), env.opts.autoescape);
;
}
t_26 += "</li>\n    ";
;
}
}
frame = frame.pop();
t_26 += "\n  </ul>\n</div>\n";
;
}
t_26 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_26);
});
context.addExport("error_summary");
context.setVariable("error_summary", macro_t_25);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_mark.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "<svg class=\"mark\" viewBox=\"0 0 28 28\" width=\"28\" height=\"28\" aria-hidden=\"true\" focusable=\"false\"><rect x=\"4\" y=\"2\" width=\"20\" height=\"24\" rx=\"3\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\"/><path d=\"M10 2v24\" stroke=\"#dd9a93\" stroke-width=\"2\"/><path d=\"M13.5 9h7M13.5 14h7M13.5 19h4\" stroke=\"currentColor\" stroke-width=\"2\" stroke-linecap=\"round\"/></svg>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_meeting.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_meeting_parts.html", false, "shared/_meeting.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
if(Object.prototype.hasOwnProperty.call(t_1, "parts")) {
var t_4 = t_1.parts;
} else {
cb(new Error("cannot import 'parts'")); return;
}
context.setVariable("parts", t_4);
output += "\n";
env.getTemplate("shared/_photos.html", false, "shared/_meeting.html", false, function(t_6,t_5) {
if(t_6) { cb(t_6); return; }
t_5.getExported(function(t_7,t_5) {
if(t_7) { cb(t_7); return; }
if(Object.prototype.hasOwnProperty.call(t_5, "photo_list")) {
var t_8 = t_5.photo_list;
} else {
cb(new Error("cannot import 'photo_list'")); return;
}
context.setVariable("photo_list", t_8);
output += "\n";
var macro_t_9 = runtime.makeMacro(
["entry"], 
["author", "mark", "href", "photos"], 
function (l_entry, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("entry", l_entry);
frame.set("author", Object.prototype.hasOwnProperty.call(kwargs, "author") ? kwargs["author"] : "");frame.set("mark", Object.prototype.hasOwnProperty.call(kwargs, "mark") ? kwargs["mark"] : "");frame.set("href", Object.prototype.hasOwnProperty.call(kwargs, "href") ? kwargs["href"] : "");frame.set("photos", Object.prototype.hasOwnProperty.call(kwargs, "photos") ? kwargs["photos"] : []);var t_10 = "";t_10 += "\n<article class=\"note meeting";
if(runtime.contextOrFrameLookup(context, frame, "mark") == "Waiting") {
t_10 += " note-waiting";
;
}
t_10 += "\" id=\"note-";
t_10 += runtime.suppressValue(runtime.memberLookup((l_entry),"id"), env.opts.autoescape);
t_10 += "\">\n  <p class=\"note-margin\">\n    ";
if(runtime.contextOrFrameLookup(context, frame, "href")) {
t_10 += "<a href=\"";
t_10 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "href"), env.opts.autoescape);
t_10 += "\"><time datetime=\"";
t_10 += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"held_on") || "", env.opts.autoescape);
t_10 += "\">";
t_10 += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"held_on")), env.opts.autoescape);
t_10 += "</time></a>";
;
}
else {
t_10 += "<time datetime=\"";
t_10 += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"held_on") || "", env.opts.autoescape);
t_10 += "\">";
t_10 += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"held_on")), env.opts.autoescape);
t_10 += "</time>";
;
}
if(runtime.contextOrFrameLookup(context, frame, "author")) {
t_10 += " <span class=\"note-author\">";
t_10 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "author"), env.opts.autoescape);
t_10 += "</span>";
;
}
if(env.getFilter("times_apart").call(context, runtime.memberLookup((l_entry),"body"))) {
t_10 += " <span class=\"note-times\">";
t_10 += runtime.suppressValue(env.getFilter("times_apart").call(context, runtime.memberLookup((l_entry),"body")), env.opts.autoescape);
t_10 += "</span>";
;
}
if(!runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"finished")) {
t_10 += " <span class=\"tag tag-care\">Not finished</span>";
;
}
if(runtime.contextOrFrameLookup(context, frame, "mark")) {
t_10 += " <span class=\"tag mark-";
t_10 += runtime.suppressValue(env.getFilter("replace").call(context, env.getFilter("lower").call(context, runtime.contextOrFrameLookup(context, frame, "mark"))," ","-"), env.opts.autoescape);
t_10 += "\">";
t_10 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "mark"), env.opts.autoescape);
t_10 += "</span>";
;
}
t_10 += "\n  </p>\n  <div class=\"note-body\">\n    <h3>";
t_10 += runtime.suppressValue(env.getFilter("purpose_name").call(context, runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"purpose")), env.opts.autoescape);
t_10 += "</h3>\n    ";
t_10 += runtime.suppressValue((lineno = 14, colno = 12, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "parts"), "parts", context, [runtime.memberLookup((l_entry),"body")])), env.opts.autoescape);
t_10 += "\n    ";
t_10 += runtime.suppressValue((lineno = 15, colno = 17, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "photo_list"), "photo_list", context, [runtime.contextOrFrameLookup(context, frame, "photos")])), env.opts.autoescape);
t_10 += "\n  </div>\n</article>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_10);
});
context.addExport("meeting");
context.setVariable("meeting", macro_t_9);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_meeting_parts.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_signatures.html", false, "shared/_meeting_parts.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
if(Object.prototype.hasOwnProperty.call(t_1, "signed")) {
var t_4 = t_1.signed;
} else {
cb(new Error("cannot import 'signed'")); return;
}
context.setVariable("signed", t_4);
output += "\n";
var macro_t_5 = runtime.makeMacro(
["title", "text", "level"], 
[], 
function (l_title, l_text, l_level, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("title", l_title);
frame.set("text", l_text);
frame.set("level", l_level);
var t_6 = "";t_6 += "\n";
if(l_text) {
t_6 += "\n<div class=\"meeting-part\">\n  <h";
t_6 += runtime.suppressValue(l_level, env.opts.autoescape);
t_6 += ">";
t_6 += runtime.suppressValue(l_title, env.opts.autoescape);
t_6 += "</h";
t_6 += runtime.suppressValue(l_level, env.opts.autoescape);
t_6 += ">\n  <p class=\"note-text\">";
t_6 += runtime.suppressValue(l_text, env.opts.autoescape);
t_6 += "</p>\n</div>\n";
;
}
t_6 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_6);
});
context.addExport("part");
context.setVariable("part", macro_t_5);
output += "\n\n";
var macro_t_7 = runtime.makeMacro(
["title", "points", "level"], 
[], 
function (l_title, l_points, l_level, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("title", l_title);
frame.set("points", l_points);
frame.set("level", l_level);
var t_8 = "";t_8 += "\n";
if(env.getFilter("length").call(context, l_points)) {
t_8 += "\n<div class=\"meeting-part\">\n  <h";
t_8 += runtime.suppressValue(l_level, env.opts.autoescape);
t_8 += ">";
t_8 += runtime.suppressValue(l_title, env.opts.autoescape);
t_8 += "</h";
t_8 += runtime.suppressValue(l_level, env.opts.autoescape);
t_8 += ">\n  <ul>";
frame = frame.push();
var t_11 = l_points;
if(t_11) {t_11 = runtime.fromIterator(t_11);
var t_10 = t_11.length;
for(var t_9=0; t_9 < t_11.length; t_9++) {
var t_12 = t_11[t_9];
frame.set("point", t_12);
frame.set("loop.index", t_9 + 1);
frame.set("loop.index0", t_9);
frame.set("loop.revindex", t_10 - t_9);
frame.set("loop.revindex0", t_10 - t_9 - 1);
frame.set("loop.first", t_9 === 0);
frame.set("loop.last", t_9 === t_10 - 1);
frame.set("loop.length", t_10);
t_8 += "<li dir=\"auto\">";
t_8 += runtime.suppressValue(t_12, env.opts.autoescape);
t_8 += "</li>";
;
}
}
frame = frame.pop();
t_8 += "</ul>\n</div>\n";
;
}
t_8 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_8);
});
context.addExport("listed");
context.setVariable("listed", macro_t_7);
output += "\n\n";
output += "\n";
var macro_t_13 = runtime.makeMacro(
["body"], 
[], 
function (l_body, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("body", l_body);
var t_14 = "";t_14 += "\n";
if(env.getFilter("length").call(context, runtime.memberLookup((l_body),"present"))) {
t_14 += "<p><strong>";
if(runtime.memberLookup((l_body),"finished")) {
t_14 += "Present";
;
}
else {
t_14 += "Invited or present";
;
}
t_14 += ":</strong> ";
frame = frame.push();
var t_17 = runtime.memberLookup((l_body),"present");
if(t_17) {t_17 = runtime.fromIterator(t_17);
var t_16 = t_17.length;
for(var t_15=0; t_15 < t_17.length; t_15++) {
var t_18 = t_17[t_15];
frame.set("one", t_18);
frame.set("loop.index", t_15 + 1);
frame.set("loop.index0", t_15);
frame.set("loop.revindex", t_16 - t_15);
frame.set("loop.revindex0", t_16 - t_15 - 1);
frame.set("loop.first", t_15 === 0);
frame.set("loop.last", t_15 === t_16 - 1);
frame.set("loop.length", t_16);
t_14 += "<bdi>";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"name"), env.opts.autoescape);
t_14 += "</bdi>";
if(runtime.memberLookup((t_18),"relation")) {
t_14 += " (<bdi>";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"relation"), env.opts.autoescape);
t_14 += "</bdi>)";
;
}
if(runtime.memberLookup((t_18),"has_responsibility")) {
t_14 += " <abbr title=\"has parental responsibility\">PR</abbr>";
;
}
if(!runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"last")) {
t_14 += ", ";
;
}
;
}
}
frame = frame.pop();
t_14 += "</p>";
;
}
t_14 += "\n";
if(runtime.memberLookup((l_body),"needs")) {
t_14 += "<p><strong>Needs:</strong> ";
t_14 += runtime.suppressValue(runtime.memberLookup((l_body),"needs"), env.opts.autoescape);
t_14 += "</p>";
;
}
t_14 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_14);
});
context.addExport("people");
context.setVariable("people", macro_t_13);
output += "\n\n";
var macro_t_19 = runtime.makeMacro(
["actions", "level"], 
[], 
function (l_actions, l_level, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("actions", l_actions);
frame.set("level", l_level);
var t_20 = "";t_20 += "\n";
if(env.getFilter("length").call(context, l_actions)) {
t_20 += "<div class=\"meeting-part\">\n  <h";
t_20 += runtime.suppressValue(l_level, env.opts.autoescape);
t_20 += ">Agreed actions</h";
t_20 += runtime.suppressValue(l_level, env.opts.autoescape);
t_20 += ">\n  <ul class=\"actions\">\n    ";
frame = frame.push();
var t_23 = l_actions;
if(t_23) {t_23 = runtime.fromIterator(t_23);
var t_22 = t_23.length;
for(var t_21=0; t_21 < t_23.length; t_21++) {
var t_24 = t_23[t_21];
frame.set("action", t_24);
frame.set("loop.index", t_21 + 1);
frame.set("loop.index0", t_21);
frame.set("loop.revindex", t_22 - t_21);
frame.set("loop.revindex0", t_22 - t_21 - 1);
frame.set("loop.first", t_21 === 0);
frame.set("loop.last", t_21 === t_22 - 1);
frame.set("loop.length", t_22);
t_20 += "<li><bdi>";
t_20 += runtime.suppressValue(runtime.memberLookup((t_24),"text"), env.opts.autoescape);
t_20 += "</bdi>";
if(runtime.memberLookup((t_24),"owner")) {
t_20 += " <span class=\"action-owner\">";
t_20 += runtime.suppressValue(runtime.memberLookup((t_24),"owner"), env.opts.autoescape);
t_20 += "</span>";
;
}
if(runtime.memberLookup((t_24),"due")) {
t_20 += " <span class=\"action-due\">by ";
t_20 += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((t_24),"due")), env.opts.autoescape);
t_20 += "</span>";
;
}
t_20 += "</li>\n    ";
;
}
}
frame = frame.pop();
t_20 += "\n  </ul>\n</div>";
;
}
t_20 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_20);
});
context.addExport("agreed");
context.setVariable("agreed", macro_t_19);
output += "\n\n";
output += "\n";
var macro_t_25 = runtime.makeMacro(
["body"], 
["level"], 
function (l_body, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("body", l_body);
frame.set("level", Object.prototype.hasOwnProperty.call(kwargs, "level") ? kwargs["level"] : 4);var t_26 = "";t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 43, colno = 9, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "people"), "people", context, [l_body])), env.opts.autoescape);
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 44, colno = 9, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "listed"), "listed", context, ["Agenda",env.getFilter("lines").call(context, runtime.memberLookup((l_body),"agenda")),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 45, colno = 9, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "listed"), "listed", context, ["What to bring",env.getFilter("lines").call(context, runtime.memberLookup((l_body),"bring")),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 46, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "part"), "part", context, ["Parent's view",runtime.memberLookup((l_body),"parent_view"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 47, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "part"), "part", context, ["Child's view",runtime.memberLookup((l_body),"child_view"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
if(runtime.memberLookup((l_body),"prompts")) {
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 49, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "part"), "part", context, ["Explore",runtime.memberLookup((runtime.memberLookup((l_body),"prompts")),"explore"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 50, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "part"), "part", context, ["Focus",runtime.memberLookup((runtime.memberLookup((l_body),"prompts")),"focus"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 51, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "part"), "part", context, ["Plan",runtime.memberLookup((runtime.memberLookup((l_body),"prompts")),"plan"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 52, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "part"), "part", context, ["Review",runtime.memberLookup((runtime.memberLookup((l_body),"prompts")),"review"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
;
}
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 54, colno = 7, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "part"), "part", context, ["What we discussed",runtime.memberLookup((l_body),"discussion"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 55, colno = 9, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "agreed"), "agreed", context, [runtime.memberLookup((l_body),"actions"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
if(runtime.memberLookup((l_body),"next_meeting")) {
t_26 += "<p><strong>Next meeting:</strong> ";
t_26 += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((l_body),"next_meeting")), env.opts.autoescape);
t_26 += "</p>";
;
}
t_26 += "\n";
t_26 += runtime.suppressValue((lineno = 57, colno = 9, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "signed"), "signed", context, [runtime.memberLookup((l_body),"signatures"),runtime.contextOrFrameLookup(context, frame, "level")])), env.opts.autoescape);
t_26 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_26);
});
context.addExport("parts");
context.setVariable("parts", macro_t_25);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_note.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_photos.html", false, "shared/_note.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
if(Object.prototype.hasOwnProperty.call(t_1, "photo_list")) {
var t_4 = t_1.photo_list;
} else {
cb(new Error("cannot import 'photo_list'")); return;
}
context.setVariable("photo_list", t_4);
output += "\n";
env.getTemplate("shared/_summary.html", false, "shared/_note.html", false, function(t_6,t_5) {
if(t_6) { cb(t_6); return; }
t_5.getExported(function(t_7,t_5) {
if(t_7) { cb(t_7); return; }
if(Object.prototype.hasOwnProperty.call(t_5, "summary")) {
var t_8 = t_5.summary;
} else {
cb(new Error("cannot import 'summary'")); return;
}
context.setVariable("summary", t_8);
output += "\n";
output += "\n";
var macro_t_9 = runtime.makeMacro(
["body"], 
[], 
function (l_body, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("body", l_body);
var t_10 = "";if(runtime.memberLookup((l_body),"held_on")) {
t_10 += "<time datetime=\"";
t_10 += runtime.suppressValue(runtime.memberLookup((l_body),"held_on"), env.opts.autoescape);
t_10 += "\">";
t_10 += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((l_body),"held_on")), env.opts.autoescape);
t_10 += "</time>";
;
}
else {
t_10 += "<time datetime=\"";
t_10 += runtime.suppressValue(runtime.memberLookup((l_body),"observed_at") || runtime.memberLookup((l_body),"recorded_at"), env.opts.autoescape);
t_10 += "\">";
t_10 += runtime.suppressValue(env.getFilter("day_clock").call(context, (runtime.memberLookup((l_body),"observed_at") || runtime.memberLookup((l_body),"recorded_at"))), env.opts.autoescape);
t_10 += "</time>";
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_10);
});
context.addExport("happened");
context.setVariable("happened", macro_t_9);
output += "\n\n";
var macro_t_11 = runtime.makeMacro(
["entry"], 
["author", "mark", "outcomes", "facts", "href", "photos"], 
function (l_entry, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("entry", l_entry);
frame.set("author", Object.prototype.hasOwnProperty.call(kwargs, "author") ? kwargs["author"] : "");frame.set("mark", Object.prototype.hasOwnProperty.call(kwargs, "mark") ? kwargs["mark"] : "");frame.set("outcomes", Object.prototype.hasOwnProperty.call(kwargs, "outcomes") ? kwargs["outcomes"] : []);frame.set("facts", Object.prototype.hasOwnProperty.call(kwargs, "facts") ? kwargs["facts"] : []);frame.set("href", Object.prototype.hasOwnProperty.call(kwargs, "href") ? kwargs["href"] : "");frame.set("photos", Object.prototype.hasOwnProperty.call(kwargs, "photos") ? kwargs["photos"] : []);var t_12 = "";t_12 += "\n<article class=\"note";
if(runtime.contextOrFrameLookup(context, frame, "mark") == "Waiting") {
t_12 += " note-waiting";
;
}
t_12 += "\" id=\"note-";
t_12 += runtime.suppressValue(runtime.memberLookup((l_entry),"id"), env.opts.autoescape);
t_12 += "\">\n  <p class=\"note-margin\">\n    ";
if(runtime.contextOrFrameLookup(context, frame, "href")) {
t_12 += "<a href=\"";
t_12 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "href"), env.opts.autoescape);
t_12 += "\">";
t_12 += runtime.suppressValue((lineno = 14, colno = 49, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "happened"), "happened", context, [runtime.memberLookup((l_entry),"body")])), env.opts.autoescape);
t_12 += "</a>";
;
}
else {
t_12 += runtime.suppressValue((lineno = 14, colno = 89, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "happened"), "happened", context, [runtime.memberLookup((l_entry),"body")])), env.opts.autoescape);
;
}
if(runtime.contextOrFrameLookup(context, frame, "author")) {
t_12 += " <span class=\"note-author\">";
t_12 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "author"), env.opts.autoescape);
t_12 += "</span>";
;
}
if(runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"setting")) {
t_12 += " <span class=\"note-setting\">";
t_12 += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"setting"), env.opts.autoescape);
t_12 += "</span>";
;
}
if(env.getFilter("times_apart").call(context, runtime.memberLookup((l_entry),"body"))) {
t_12 += " <span class=\"note-times\">";
t_12 += runtime.suppressValue(env.getFilter("times_apart").call(context, runtime.memberLookup((l_entry),"body")), env.opts.autoescape);
t_12 += "</span>";
;
}
if(runtime.contextOrFrameLookup(context, frame, "mark")) {
t_12 += " <span class=\"tag mark-";
t_12 += runtime.suppressValue(env.getFilter("replace").call(context, env.getFilter("lower").call(context, runtime.contextOrFrameLookup(context, frame, "mark"))," ","-"), env.opts.autoescape);
t_12 += "\">";
t_12 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "mark"), env.opts.autoescape);
t_12 += "</span>";
;
}
t_12 += "\n  </p>\n  <div class=\"note-body\">\n    ";
if(runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"instrument") && runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"instrument") != "narrative") {
t_12 += "<p class=\"note-summary\"><span class=\"tag\">";
t_12 += runtime.suppressValue(env.getFilter("kind_name").call(context, runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"instrument")), env.opts.autoescape);
t_12 += "</span> ";
t_12 += runtime.suppressValue((lineno = 21, colno = 174, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "summary"), "summary", context, [runtime.memberLookup((l_entry),"body")])), env.opts.autoescape);
t_12 += "</p>";
;
}
t_12 += "\n    ";
if(runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"text")) {
t_12 += "<p class=\"note-text\">";
t_12 += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((l_entry),"body")),"text"), env.opts.autoescape);
t_12 += "</p>";
;
}
t_12 += "\n    ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "facts"))) {
t_12 += "<dl class=\"fact-list\">\n      ";
frame = frame.push();
var t_15 = runtime.contextOrFrameLookup(context, frame, "facts");
if(t_15) {t_15 = runtime.fromIterator(t_15);
var t_14 = t_15.length;
for(var t_13=0; t_13 < t_15.length; t_13++) {
var t_16 = t_15[t_13];
frame.set("fact", t_16);
frame.set("loop.index", t_13 + 1);
frame.set("loop.index0", t_13);
frame.set("loop.revindex", t_14 - t_13);
frame.set("loop.revindex0", t_14 - t_13 - 1);
frame.set("loop.first", t_13 === 0);
frame.set("loop.last", t_13 === t_14 - 1);
frame.set("loop.length", t_14);
t_12 += "<dt>";
t_12 += runtime.suppressValue(runtime.memberLookup((t_16),"name"), env.opts.autoescape);
t_12 += "</dt>\n      <dd>";
t_12 += runtime.suppressValue(runtime.memberLookup((t_16),"value"), env.opts.autoescape);
t_12 += "</dd>\n      ";
;
}
}
frame = frame.pop();
t_12 += "\n    </dl>";
;
}
t_12 += "\n    ";
t_12 += runtime.suppressValue((lineno = 31, colno = 17, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "photo_list"), "photo_list", context, [runtime.contextOrFrameLookup(context, frame, "photos")])), env.opts.autoescape);
t_12 += "\n    ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "outcomes"))) {
t_12 += "<ul class=\"note-outcomes\" aria-label=\"Outcomes\">\n      ";
frame = frame.push();
var t_19 = runtime.contextOrFrameLookup(context, frame, "outcomes");
if(t_19) {t_19 = runtime.fromIterator(t_19);
var t_18 = t_19.length;
for(var t_17=0; t_17 < t_19.length; t_17++) {
var t_20 = t_19[t_17];
frame.set("outcome", t_20);
frame.set("loop.index", t_17 + 1);
frame.set("loop.index0", t_17);
frame.set("loop.revindex", t_18 - t_17);
frame.set("loop.revindex0", t_18 - t_17 - 1);
frame.set("loop.first", t_17 === 0);
frame.set("loop.last", t_17 === t_18 - 1);
frame.set("loop.length", t_18);
t_12 += "<li>";
t_12 += runtime.suppressValue(t_20, env.opts.autoescape);
t_12 += "</li>\n      ";
;
}
}
frame = frame.pop();
t_12 += "\n    </ul>";
;
}
t_12 += "\n  </div>\n</article>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_12);
});
context.addExport("note");
context.setVariable("note", macro_t_11);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_photos.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
var macro_t_1 = runtime.makeMacro(
[], 
["photos"], 
function (kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("photos", Object.prototype.hasOwnProperty.call(kwargs, "photos") ? kwargs["photos"] : []);var t_2 = "";t_2 += "\n";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "photos"))) {
t_2 += "<ul class=\"photos\" aria-label=\"Photos of work\">\n  ";
frame = frame.push();
var t_5 = runtime.contextOrFrameLookup(context, frame, "photos");
if(t_5) {t_5 = runtime.fromIterator(t_5);
var t_4 = t_5.length;
for(var t_3=0; t_3 < t_5.length; t_3++) {
var t_6 = t_5[t_3];
frame.set("photo", t_6);
frame.set("loop.index", t_3 + 1);
frame.set("loop.index0", t_3);
frame.set("loop.revindex", t_4 - t_3);
frame.set("loop.revindex0", t_4 - t_3 - 1);
frame.set("loop.first", t_3 === 0);
frame.set("loop.last", t_3 === t_4 - 1);
frame.set("loop.length", t_4);
if(runtime.memberLookup((t_6),"url")) {
t_2 += "<li class=\"photo\"><a class=\"photo-link\" href=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"href") || runtime.memberLookup((t_6),"url"), env.opts.autoescape);
t_2 += "\"><img class=\"photo-image\" src=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"url"), env.opts.autoescape);
t_2 += "\" alt=\"";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"alt"), env.opts.autoescape);
t_2 += "\" loading=\"lazy\" decoding=\"async\"></a></li>\n  ";
;
}
else {
t_2 += "<li class=\"photo-words\">";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"words"), env.opts.autoescape);
t_2 += "</li>";
;
}
t_2 += "\n  ";
;
}
}
frame = frame.pop();
t_2 += "\n</ul>";
;
}
t_2 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("photo_list");
context.setVariable("photo_list", macro_t_1);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_profile.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
var macro_t_1 = runtime.makeMacro(
["profile"], 
[], 
function (l_profile, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("profile", l_profile);
var t_2 = "";t_2 += "\n<dl class=\"profile\">\n  ";
if(runtime.memberLookup((l_profile),"good_at")) {
t_2 += "<dt>What I am good at</dt>\n  <dd>";
t_2 += runtime.suppressValue(runtime.memberLookup((l_profile),"good_at"), env.opts.autoescape);
t_2 += "</dd>";
;
}
t_2 += "\n  ";
if(runtime.memberLookup((l_profile),"helps")) {
t_2 += "<dt>What helps</dt>\n  <dd>";
t_2 += runtime.suppressValue(runtime.memberLookup((l_profile),"helps"), env.opts.autoescape);
t_2 += "</dd>";
;
}
t_2 += "\n  ";
if(runtime.memberLookup((l_profile),"avoid")) {
t_2 += "<dt>What to avoid</dt>\n  <dd>";
t_2 += runtime.suppressValue(runtime.memberLookup((l_profile),"avoid"), env.opts.autoescape);
t_2 += "</dd>";
;
}
t_2 += "\n  ";
if(runtime.memberLookup((l_profile),"communication")) {
t_2 += "<dt>How I communicate</dt>\n  <dd>";
t_2 += runtime.suppressValue(runtime.memberLookup((l_profile),"communication"), env.opts.autoescape);
t_2 += "</dd>";
;
}
t_2 += "\n  ";
if(env.getFilter("length").call(context, runtime.memberLookup((l_profile),"strategies"))) {
t_2 += "<dt>Strategies</dt>\n  <dd><ul>";
frame = frame.push();
var t_5 = runtime.memberLookup((l_profile),"strategies");
if(t_5) {t_5 = runtime.fromIterator(t_5);
var t_4 = t_5.length;
for(var t_3=0; t_3 < t_5.length; t_3++) {
var t_6 = t_5[t_3];
frame.set("strategy", t_6);
frame.set("loop.index", t_3 + 1);
frame.set("loop.index0", t_3);
frame.set("loop.revindex", t_4 - t_3);
frame.set("loop.revindex0", t_4 - t_3 - 1);
frame.set("loop.first", t_3 === 0);
frame.set("loop.last", t_3 === t_4 - 1);
frame.set("loop.length", t_4);
t_2 += "\n    <li>";
t_2 += runtime.suppressValue(t_6, env.opts.autoescape);
t_2 += "</li>";
;
}
}
frame = frame.pop();
t_2 += "</ul></dd>";
;
}
t_2 += "\n</dl>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("profile");
context.setVariable("profile", macro_t_1);
output += "\n\n";
output += "\n";
var macro_t_7 = runtime.makeMacro(
["pupil"], 
[], 
function (l_pupil, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("pupil", l_pupil);
var t_8 = "";t_8 += "\n<p class=\"facts\">";
if(runtime.memberLookup((l_pupil),"year_group") == "R") {
t_8 += "Reception";
;
}
else {
if(runtime.memberLookup((l_pupil),"year_group") == "N1" || runtime.memberLookup((l_pupil),"year_group") == "N2") {
t_8 += "Nursery";
;
}
else {
if(runtime.memberLookup((l_pupil),"year_group")) {
t_8 += "Year ";
t_8 += runtime.suppressValue(runtime.memberLookup((l_pupil),"year_group"), env.opts.autoescape);
;
}
;
}
;
}
if(runtime.memberLookup((l_pupil),"class_name")) {
t_8 += " <span class=\"tag\">";
t_8 += runtime.suppressValue(runtime.memberLookup((l_pupil),"class_name"), env.opts.autoescape);
t_8 += "</span>";
;
}
if(runtime.memberLookup((l_pupil),"sen_status")) {
t_8 += " <span class=\"tag\">";
t_8 += runtime.suppressValue(env.getFilter("status_name").call(context, runtime.memberLookup((l_pupil),"sen_status")), env.opts.autoescape);
t_8 += "</span>";
;
}
if(runtime.memberLookup((l_pupil),"primary_need")) {
t_8 += " <span class=\"tag\">";
t_8 += runtime.suppressValue(env.getFilter("need_name").call(context, runtime.memberLookup((l_pupil),"primary_need")), env.opts.autoescape);
t_8 += "</span>";
;
}
if(runtime.memberLookup((l_pupil),"secondary_need")) {
t_8 += " <span class=\"tag\">";
t_8 += runtime.suppressValue(env.getFilter("need_name").call(context, runtime.memberLookup((l_pupil),"secondary_need")), env.opts.autoescape);
t_8 += "</span>";
;
}
t_8 += "\n</p>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_8);
});
context.addExport("facts");
context.setVariable("facts", macro_t_7);
output += "\n\n";
output += "\n";
var macro_t_9 = runtime.makeMacro(
["outcomes"], 
[], 
function (l_outcomes, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("outcomes", l_outcomes);
var t_10 = "";t_10 += "\n<ul class=\"outcomes\">\n  ";
frame = frame.push();
var t_13 = l_outcomes;
if(t_13) {t_13 = runtime.fromIterator(t_13);
var t_12 = t_13.length;
for(var t_11=0; t_11 < t_13.length; t_11++) {
var t_14 = t_13[t_11];
frame.set("outcome", t_14);
frame.set("loop.index", t_11 + 1);
frame.set("loop.index0", t_11);
frame.set("loop.revindex", t_12 - t_11);
frame.set("loop.revindex0", t_12 - t_11 - 1);
frame.set("loop.first", t_11 === 0);
frame.set("loop.last", t_11 === t_12 - 1);
frame.set("loop.length", t_12);
t_10 += "<li>";
t_10 += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_14),"body")),"text"), env.opts.autoescape);
if(runtime.memberLookup((runtime.memberLookup((t_14),"body")),"met")) {
t_10 += " <span class=\"tag\">Met</span>";
;
}
else {
if(runtime.memberLookup((runtime.memberLookup((t_14),"body")),"review_on")) {
t_10 += " <span class=\"action-due\">review ";
t_10 += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((runtime.memberLookup((t_14),"body")),"review_on")), env.opts.autoescape);
t_10 += "</span>";
;
}
;
}
t_10 += "</li>\n  ";
;
}
}
frame = frame.pop();
t_10 += "\n</ul>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_10);
});
context.addExport("outcomes");
context.setVariable("outcomes", macro_t_9);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_signatures.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
var macro_t_1 = runtime.makeMacro(
["signatures", "level"], 
[], 
function (l_signatures, l_level, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("signatures", l_signatures);
frame.set("level", l_level);
var t_2 = "";t_2 += "\n";
if(env.getFilter("length").call(context, l_signatures)) {
t_2 += "<div class=\"meeting-part\">\n  <h";
t_2 += runtime.suppressValue(l_level, env.opts.autoescape);
t_2 += ">Signatures</h";
t_2 += runtime.suppressValue(l_level, env.opts.autoescape);
t_2 += ">\n  <ul class=\"signatures\">\n    ";
frame = frame.push();
var t_5 = l_signatures;
if(t_5) {t_5 = runtime.fromIterator(t_5);
var t_4 = t_5.length;
for(var t_3=0; t_3 < t_5.length; t_3++) {
var t_6 = t_5[t_3];
frame.set("one", t_6);
frame.set("loop.index", t_3 + 1);
frame.set("loop.index0", t_3);
frame.set("loop.revindex", t_4 - t_3);
frame.set("loop.revindex0", t_4 - t_3 - 1);
frame.set("loop.first", t_3 === 0);
frame.set("loop.last", t_3 === t_4 - 1);
frame.set("loop.length", t_4);
t_2 += "<li>";
if(env.getFilter("length").call(context, runtime.memberLookup((t_6),"strokes"))) {
t_2 += "<svg class=\"signature-drawn\" viewBox=\"";
t_2 += runtime.suppressValue(env.getFilter("box").call(context, t_6), env.opts.autoescape);
t_2 += "\" role=\"img\" aria-label=\"Signature of ";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"name"), env.opts.autoescape);
t_2 += "\"><path d=\"";
t_2 += runtime.suppressValue(env.getFilter("stroke_path").call(context, runtime.memberLookup((t_6),"strokes")), env.opts.autoescape);
t_2 += "\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"5\" stroke-linecap=\"round\" stroke-linejoin=\"round\"/></svg>";
;
}
else {
t_2 += "<p class=\"signature-typed\">";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"name"), env.opts.autoescape);
t_2 += "</p>";
;
}
t_2 += "\n      <p class=\"small quiet\">";
if(env.getFilter("length").call(context, runtime.memberLookup((t_6),"strokes"))) {
t_2 += "<bdi>";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"name"), env.opts.autoescape);
t_2 += "</bdi>";
;
}
else {
t_2 += "Typed";
;
}
if(runtime.memberLookup((t_6),"role")) {
t_2 += ", <bdi>";
t_2 += runtime.suppressValue(runtime.memberLookup((t_6),"role"), env.opts.autoescape);
t_2 += "</bdi>";
;
}
if(runtime.memberLookup((t_6),"signed_at")) {
t_2 += ", ";
t_2 += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((t_6),"signed_at")), env.opts.autoescape);
;
}
if(runtime.memberLookup((t_6),"is_earlier")) {
t_2 += ", before later changes";
;
}
t_2 += "</p></li>\n    ";
;
}
}
frame = frame.pop();
t_2 += "\n  </ul>\n</div>";
;
}
t_2 += "\n";
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("signed");
context.setVariable("signed", macro_t_1);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"shared/_summary.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
var macro_t_1 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_2 = "";var t_3;
t_3 = env.getFilter("brief").call(context, env.getFilter("picked").call(context, runtime.memberLookup((l_m),"antecedent")));
frame.set("went", t_3, true);
if(frame.topLevel) {
context.setVariable("went", t_3);
}
if(frame.topLevel) {
context.addExport("went", t_3);
}
var t_4;
t_4 = env.getFilter("brief").call(context, env.getFilter("picked").call(context, runtime.memberLookup((l_m),"consequence")));
frame.set("came", t_4, true);
if(frame.topLevel) {
context.setVariable("came", t_4);
}
if(frame.topLevel) {
context.addExport("came", t_4);
}
var t_5;
t_5 = env.getFilter("spaced").call(context, [(runtime.contextOrFrameLookup(context, frame, "went")?runtime.contextOrFrameLookup(context, frame, "went") + "" + " →":""),env.getFilter("brief").call(context, env.getFilter("picked").call(context, runtime.memberLookup((l_m),"behaviour"))),(runtime.contextOrFrameLookup(context, frame, "came")?"→ " + "" + runtime.contextOrFrameLookup(context, frame, "came"):"")]);
frame.set("what", t_5, true);
if(frame.topLevel) {
context.setVariable("what", t_5);
}
if(frame.topLevel) {
context.addExport("what", t_5);
}
t_2 += runtime.suppressValue(env.getFilter("joined").call(context, [runtime.contextOrFrameLookup(context, frame, "what"),(env.getFilter("number").call(context, runtime.memberLookup((l_m),"intensity"))?"intensity " + "" + env.getFilter("number").call(context, runtime.memberLookup((l_m),"intensity")) + "" + " of 5":""),env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"duration_s"))]), env.opts.autoescape);
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("abc");
context.setVariable("abc", macro_t_1);
output += "\n\n";
var macro_t_6 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_7 = "";var t_8;
t_8 = env.getFilter("number").call(context, runtime.memberLookup((l_m),"count"));
frame.set("count", t_8, true);
if(frame.topLevel) {
context.setVariable("count", t_8);
}
if(frame.topLevel) {
context.addExport("count", t_8);
}
var t_9;
t_9 = env.getFilter("per_hour").call(context, runtime.memberLookup((l_m),"count"),runtime.memberLookup((l_m),"observed_for_s"));
frame.set("rate", t_9, true);
if(frame.topLevel) {
context.setVariable("rate", t_9);
}
if(frame.topLevel) {
context.addExport("rate", t_9);
}
t_7 += runtime.suppressValue(env.getFilter("labelled").call(context, [env.getFilter("brief").call(context, env.getFilter("worded").call(context, runtime.memberLookup((l_m),"behaviour"))),(runtime.contextOrFrameLookup(context, frame, "count")?runtime.contextOrFrameLookup(context, frame, "count") + "" + ((runtime.contextOrFrameLookup(context, frame, "rate")?" in " + "" + env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"observed_for_s")):((runtime.contextOrFrameLookup(context, frame, "count") == "1"?" time":" times")))):"")]), env.opts.autoescape);
if(runtime.contextOrFrameLookup(context, frame, "rate")) {
t_7 += " (";
t_7 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "rate"), env.opts.autoescape);
t_7 += " an hour)";
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_7);
});
context.addExport("frequency");
context.setVariable("frequency", macro_t_6);
output += "\n\n";
var macro_t_10 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_11 = "";var t_12;
t_12 = env.getFilter("length").call(context, env.getFilter("rows").call(context, runtime.memberLookup((l_m),"spells")));
frame.set("spells", t_12, true);
if(frame.topLevel) {
context.setVariable("spells", t_12);
}
if(frame.topLevel) {
context.addExport("spells", t_12);
}
var t_13;
t_13 = env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"total_s"));
frame.set("total", t_13, true);
if(frame.topLevel) {
context.setVariable("total", t_13);
}
if(frame.topLevel) {
context.addExport("total", t_13);
}
var t_14;
t_14 = env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"latency_s"));
frame.set("late", t_14, true);
if(frame.topLevel) {
context.setVariable("late", t_14);
}
if(frame.topLevel) {
context.addExport("late", t_14);
}
t_11 += runtime.suppressValue(env.getFilter("labelled").call(context, [env.getFilter("brief").call(context, env.getFilter("worded").call(context, runtime.memberLookup((l_m),"behaviour"))),env.getFilter("joined").call(context, [runtime.contextOrFrameLookup(context, frame, "total"),(runtime.contextOrFrameLookup(context, frame, "spells")?(runtime.contextOrFrameLookup(context, frame, "spells") + "" + ((runtime.contextOrFrameLookup(context, frame, "spells") < 2?" spell":" spells"))):""),(runtime.contextOrFrameLookup(context, frame, "late")?"began after " + "" + runtime.contextOrFrameLookup(context, frame, "late"):"")])]), env.opts.autoescape);
;
frame = callerFrame;
return new runtime.SafeString(t_11);
});
context.addExport("duration");
context.setVariable("duration", macro_t_10);
output += "\n\n";
var macro_t_15 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_16 = "";frame = frame.push();
var t_19 = env.getFilter("rows").call(context, runtime.memberLookup((l_m),"behaviours"));
if(t_19) {t_19 = runtime.fromIterator(t_19);
var t_18 = t_19.length;
for(var t_17=0; t_17 < t_19.length; t_17++) {
var t_20 = t_19[t_17];
frame.set("one", t_20);
frame.set("loop.index", t_17 + 1);
frame.set("loop.index0", t_17);
frame.set("loop.revindex", t_18 - t_17);
frame.set("loop.revindex0", t_18 - t_17 - 1);
frame.set("loop.first", t_17 === 0);
frame.set("loop.last", t_17 === t_18 - 1);
frame.set("loop.length", t_18);
var t_21;
t_21 = env.getFilter("listed").call(context, runtime.memberLookup((t_20),"intervals"));
frame.set("times", t_21, true);
if(frame.topLevel) {
context.setVariable("times", t_21);
}
if(frame.topLevel) {
context.addExport("times", t_21);
}
t_16 += runtime.suppressValue(env.getFilter("labelled").call(context, [env.getFilter("brief").call(context, env.getFilter("worded").call(context, runtime.memberLookup((t_20),"name"))),(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "times"))?env.getFilter("yeses").call(context, runtime.memberLookup((t_20),"intervals")) + "" + " of " + "" + env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "times")) + "" + " intervals (" + "" + env.getFilter("percent_yes").call(context, runtime.memberLookup((t_20),"intervals")) + "" + " %)":"")]), env.opts.autoescape);
if(!runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"last")) {
t_16 += "; ";
;
}
;
}
}
frame = frame.pop();
var t_22;
t_22 = env.getFilter("joined").call(context, [env.getFilter("lower").call(context, env.getFilter("rule_name").call(context, runtime.memberLookup((l_m),"rule"))),(env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"interval_s"))?"every " + "" + env.getFilter("lasting").call(context, runtime.memberLookup((l_m),"interval_s")):"")]);
frame.set("how", t_22, true);
if(frame.topLevel) {
context.setVariable("how", t_22);
}
if(frame.topLevel) {
context.addExport("how", t_22);
}
if(runtime.contextOrFrameLookup(context, frame, "how")) {
if(env.getFilter("length").call(context, env.getFilter("rows").call(context, runtime.memberLookup((l_m),"behaviours")))) {
t_16 += ", ";
;
}
t_16 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "how"), env.opts.autoescape);
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_16);
});
context.addExport("time_sample");
context.setVariable("time_sample", macro_t_15);
output += "\n\n";
var macro_t_23 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_24 = "";var t_25;
t_25 = (env.getFilter("brief").call(context, env.getFilter("worded").call(context, runtime.memberLookup((l_m),"name")))) || (env.getFilter("brief").call(context, env.getFilter("scale_name").call(context, runtime.memberLookup((l_m),"scale"))));
frame.set("name", t_25, true);
if(frame.topLevel) {
context.setVariable("name", t_25);
}
if(frame.topLevel) {
context.addExport("name", t_25);
}
var t_26;
t_26 = env.getFilter("number").call(context, runtime.memberLookup((l_m),"score"));
frame.set("score", t_26, true);
if(frame.topLevel) {
context.setVariable("score", t_26);
}
if(frame.topLevel) {
context.addExport("score", t_26);
}
var t_27;
t_27 = env.getFilter("lower").call(context, env.getFilter("step_name").call(context, runtime.memberLookup((l_m),"score"),runtime.memberLookup((l_m),"scale")));
frame.set("step", t_27, true);
if(frame.topLevel) {
context.setVariable("step", t_27);
}
if(frame.topLevel) {
context.addExport("step", t_27);
}
var t_28;
t_28 = env.getFilter("number").call(context, runtime.memberLookup((l_m),"least"));
frame.set("least", t_28, true);
if(frame.topLevel) {
context.setVariable("least", t_28);
}
if(frame.topLevel) {
context.addExport("least", t_28);
}
var t_29;
t_29 = env.getFilter("number").call(context, runtime.memberLookup((l_m),"most"));
frame.set("most", t_29, true);
if(frame.topLevel) {
context.setVariable("most", t_29);
}
if(frame.topLevel) {
context.addExport("most", t_29);
}
t_24 += runtime.suppressValue(env.getFilter("labelled").call(context, [runtime.contextOrFrameLookup(context, frame, "name"),(runtime.contextOrFrameLookup(context, frame, "step")?env.getFilter("joined").call(context, [runtime.contextOrFrameLookup(context, frame, "step"),(runtime.memberLookup((l_m),"scale") != "zones"?runtime.contextOrFrameLookup(context, frame, "score") + "" + " of " + "" + env.getFilter("most_on").call(context, runtime.memberLookup((l_m),"scale")):"")]):((runtime.contextOrFrameLookup(context, frame, "score")?runtime.contextOrFrameLookup(context, frame, "score") + "" + ((runtime.contextOrFrameLookup(context, frame, "least") && runtime.contextOrFrameLookup(context, frame, "most")?" (" + "" + runtime.contextOrFrameLookup(context, frame, "least") + "" + " to " + "" + runtime.contextOrFrameLookup(context, frame, "most") + "" + ")":"")):"")))]), env.opts.autoescape);
frame = frame.push();
var t_32 = env.getFilter("scored").call(context, runtime.memberLookup((l_m),"scores"));
if(t_32) {t_32 = runtime.fromIterator(t_32);
var t_31 = t_32.length;
for(var t_30=0; t_30 < t_32.length; t_30++) {
var t_33 = t_32[t_30];
frame.set("one", t_33);
frame.set("loop.index", t_30 + 1);
frame.set("loop.index0", t_30);
frame.set("loop.revindex", t_31 - t_30);
frame.set("loop.revindex0", t_31 - t_30 - 1);
frame.set("loop.first", t_30 === 0);
frame.set("loop.last", t_30 === t_31 - 1);
frame.set("loop.length", t_31);
if(!runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"first")) {
t_24 += ", ";
;
}
else {
if(runtime.contextOrFrameLookup(context, frame, "name")) {
t_24 += ": ";
;
}
;
}
t_24 += runtime.suppressValue(env.getFilter("lower").call(context, runtime.memberLookup((t_33),"name")), env.opts.autoescape);
t_24 += " ";
t_24 += runtime.suppressValue(runtime.memberLookup((t_33),"score"), env.opts.autoescape);
;
}
}
frame = frame.pop();
;
frame = callerFrame;
return new runtime.SafeString(t_24);
});
context.addExport("scale");
context.setVariable("scale", macro_t_23);
output += "\n\n";
var macro_t_34 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_35 = "";var t_36;
t_36 = env.getFilter("number").call(context, runtime.memberLookup((l_m),"trials_right"));
frame.set("right", t_36, true);
if(frame.topLevel) {
context.setVariable("right", t_36);
}
if(frame.topLevel) {
context.addExport("right", t_36);
}
var t_37;
t_37 = env.getFilter("number").call(context, runtime.memberLookup((l_m),"trials_given"));
frame.set("given", t_37, true);
if(frame.topLevel) {
context.setVariable("given", t_37);
}
if(frame.topLevel) {
context.addExport("given", t_37);
}
var t_38;
t_38 = env.getFilter("signed").call(context, runtime.memberLookup((l_m),"attainment"));
frame.set("goal", t_38, true);
if(frame.topLevel) {
context.setVariable("goal", t_38);
}
if(frame.topLevel) {
context.addExport("goal", t_38);
}
t_35 += runtime.suppressValue(env.getFilter("joined").call(context, [env.getFilter("help_name").call(context, runtime.memberLookup((l_m),"help")),(runtime.contextOrFrameLookup(context, frame, "right")?(runtime.contextOrFrameLookup(context, frame, "right") + "" + ((runtime.contextOrFrameLookup(context, frame, "given")?" of " + "" + runtime.contextOrFrameLookup(context, frame, "given"):"")) + "" + " right"):""),(runtime.contextOrFrameLookup(context, frame, "goal")?"goal " + "" + runtime.contextOrFrameLookup(context, frame, "goal"):"")]), env.opts.autoescape);
;
frame = callerFrame;
return new runtime.SafeString(t_35);
});
context.addExport("target");
context.setVariable("target", macro_t_34);
output += "\n\n";
var macro_t_39 = runtime.makeMacro(
["m"], 
[], 
function (l_m, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("m", l_m);
var t_40 = "";var t_41;
t_41 = env.getFilter("number").call(context, runtime.memberLookup((l_m),"planned_minutes"));
frame.set("planned", t_41, true);
if(frame.topLevel) {
context.setVariable("planned", t_41);
}
if(frame.topLevel) {
context.addExport("planned", t_41);
}
var t_42;
t_42 = env.getFilter("number").call(context, runtime.memberLookup((l_m),"delivered_minutes"));
frame.set("delivered", t_42, true);
if(frame.topLevel) {
context.setVariable("delivered", t_42);
}
if(frame.topLevel) {
context.addExport("delivered", t_42);
}
var t_43;
t_43 = (runtime.contextOrFrameLookup(context, frame, "delivered")?(runtime.contextOrFrameLookup(context, frame, "delivered") + "" + ((runtime.contextOrFrameLookup(context, frame, "planned")?" of " + "" + runtime.contextOrFrameLookup(context, frame, "planned"):"")) + "" + " min"):((runtime.contextOrFrameLookup(context, frame, "planned")?runtime.contextOrFrameLookup(context, frame, "planned") + "" + " min planned":"")));
frame.set("held", t_43, true);
if(frame.topLevel) {
context.setVariable("held", t_43);
}
if(frame.topLevel) {
context.addExport("held", t_43);
}
t_40 += runtime.suppressValue(env.getFilter("labelled").call(context, [env.getFilter("brief").call(context, env.getFilter("worded").call(context, runtime.memberLookup((l_m),"provision"))),env.getFilter("joined").call(context, [(env.getFilter("is_no").call(context, runtime.memberLookup((l_m),"present"))?("not present" + "" + ((env.getFilter("worded").call(context, runtime.memberLookup((l_m),"absence_reason"))?" (" + "" + env.getFilter("brief").call(context, env.getFilter("worded").call(context, runtime.memberLookup((l_m),"absence_reason"))) + "" + ")":""))):""),runtime.contextOrFrameLookup(context, frame, "held")])]), env.opts.autoescape);
;
frame = callerFrame;
return new runtime.SafeString(t_40);
});
context.addExport("session");
context.setVariable("session", macro_t_39);
output += "\n\n";
var macro_t_44 = runtime.makeMacro(
["body"], 
[], 
function (l_body, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("body", l_body);
var t_45 = "";var t_46;
t_46 = env.getFilter("members").call(context, runtime.memberLookup((l_body),"measures"));
frame.set("m", t_46, true);
if(frame.topLevel) {
context.setVariable("m", t_46);
}
if(frame.topLevel) {
context.addExport("m", t_46);
}
if(runtime.memberLookup((l_body),"instrument") == "abc") {
t_45 += runtime.suppressValue((lineno = 48, colno = 39, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "abc"), "abc", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "frequency") {
t_45 += runtime.suppressValue((lineno = 48, colno = 98, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "frequency"), "frequency", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "duration") {
t_45 += runtime.suppressValue((lineno = 48, colno = 155, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "duration"), "duration", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "time_sample") {
t_45 += runtime.suppressValue((lineno = 48, colno = 218, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "time_sample"), "time_sample", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "scale") {
t_45 += runtime.suppressValue((lineno = 48, colno = 269, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "scale"), "scale", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "target") {
t_45 += runtime.suppressValue((lineno = 48, colno = 322, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "target"), "target", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((l_body),"instrument") == "session") {
t_45 += runtime.suppressValue((lineno = 48, colno = 377, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "session"), "session", context, [runtime.contextOrFrameLookup(context, frame, "m")])), env.opts.autoescape);
;
}
;
}
;
}
;
}
;
}
;
}
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_45);
});
context.addExport("summary");
context.setVariable("summary", macro_t_44);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_action_row.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<div class=\"field";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_text-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += " field-wrong";
;
}
output += "\">\n  <label for=\"action_text-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "\">Action</label>\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_text-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += "<p class=\"error-message\" id=\"action_text-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "-error\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_text-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id")), env.opts.autoescape);
output += "</p>";
;
}
output += "\n  <input class=\"input\" id=\"action_text-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "\" name=\"action_text\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"text") || "", env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_text-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += " aria-invalid=\"true\" aria-describedby=\"action_text-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "-error\"";
;
}
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"is_new")) {
output += " autofocus";
;
}
output += ">\n</div>\n<div class=\"field";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_owner-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += " field-wrong";
;
}
output += "\">\n  <label for=\"action_owner-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "\">Who</label>\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_owner-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += "<p class=\"error-message\" id=\"action_owner-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "-error\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_owner-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id")), env.opts.autoescape);
output += "</p>";
;
}
output += "\n  <input class=\"input\" id=\"action_owner-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "\" name=\"action_owner\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"owner") || "", env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_owner-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += " aria-invalid=\"true\" aria-describedby=\"action_owner-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "-error\"";
;
}
output += ">\n</div>\n<div class=\"field";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_due-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += " field-wrong";
;
}
output += "\">\n  <label for=\"action_due-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "\">By when</label>\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_due-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += "<p class=\"error-message\" id=\"action_due-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "-error\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_due-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id")), env.opts.autoescape);
output += "</p>";
;
}
output += "\n  <input class=\"input\" id=\"action_due-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "\" name=\"action_due\" type=\"date\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"due") || "", env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"action_due-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"))) {
output += " aria-invalid=\"true\" aria-describedby=\"action_due-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "action")),"id"), env.opts.autoescape);
output += "-error\"";
;
}
output += ">\n</div>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_actions_form.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/_actions_form.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n<section class=\"region actions-form\" id=\"actions\" aria-labelledby=\"agreed-actions\">\n  <h2 id=\"agreed-actions\">Agreed actions</h2>\n  <ol class=\"actions-rows\" aria-labelledby=\"agreed-actions\">\n    ";
frame = frame.push();
var t_6 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"actions");
if(t_6) {t_6 = runtime.fromIterator(t_6);
var t_5 = t_6.length;
for(var t_4=0; t_4 < t_6.length; t_4++) {
var t_7 = t_6[t_4];
frame.set("action", t_7);
frame.set("loop.index", t_4 + 1);
frame.set("loop.index0", t_4);
frame.set("loop.revindex", t_5 - t_4);
frame.set("loop.revindex0", t_5 - t_4 - 1);
frame.set("loop.first", t_4 === 0);
frame.set("loop.last", t_4 === t_5 - 1);
frame.set("loop.length", t_5);
output += "<li>\n      <div class=\"actions-row\" role=\"group\" aria-label=\"Action ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\">\n      <input type=\"hidden\" name=\"action_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_7),"id"), env.opts.autoescape);
output += "\">\n      ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_action_row.html", false, "tablet/_actions_form.html", false, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
callback(null,t_8);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_11,t_10) {
if(t_11) { cb(t_11); return; }
callback(null,t_10);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n      <button class=\"button button-quiet\" type=\"submit\" name=\"do\" value=\"remove-action:";
output += runtime.suppressValue(runtime.memberLookup((t_7),"id"), env.opts.autoescape);
output += "\" aria-label=\"Take out action ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\" hx-post=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/meetings/new\" hx-target=\"#actions\" hx-select=\"#actions\" hx-swap=\"outerHTML\">Take out</button>\n      </div>\n    </li>\n    ";
});
}
}
frame = frame.pop();
output += "\n  </ol>\n  <div class=\"buttons\">\n    <button class=\"button\" type=\"submit\" name=\"do\" value=\"add-action\" hx-post=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/meetings/new\" hx-target=\"#actions\" hx-select=\"#actions\" hx-swap=\"outerHTML\">Add action</button>\n  </div>\n</section>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_actions_open.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "<ul class=\"actions\">\n  ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "actions");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("action", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li>";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"text"), env.opts.autoescape);
if(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"owner")) {
output += " <span class=\"action-owner\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"owner"), env.opts.autoescape);
output += "</span>";
;
}
if(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"due")) {
output += " <span class=\"action-due\">by ";
output += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((runtime.memberLookup((t_4),"body")),"due")), env.opts.autoescape);
output += "</span>";
;
}
output += "</li>\n  ";
;
}
}
frame = frame.pop();
output += "\n</ul>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_also.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<details class=\"also card\" id=\"also\"";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "also_options"))) {
output += " open";
;
}
else {
output += " hx-get=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/observations/also\" hx-trigger=\"toggle once\" hx-target=\"#also-list\" hx-swap=\"innerHTML\"";
;
}
output += ">\n  <summary>Also for other pupils</summary>\n  <div id=\"also-list\">";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "also_options"))) {
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_also_for.html", false, "tablet/_also.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
callback(null,t_1);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_4,t_3) {
if(t_4) { cb(t_4); return; }
callback(null,t_3);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
});
}
output += "</div>\n</details>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_also_for.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<fieldset class=\"field\">\n  <legend>Also for</legend>\n  <p class=\"hint\">Each gets a note of their own with the same words and photos. Outcomes stay with this pupil.</p>\n  ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "also_options");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("option", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<div class=\"checkbox\">\n    <input type=\"checkbox\" id=\"also-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\" name=\"also\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_4),"value"), env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((t_4),"is_chosen")) {
output += " checked";
;
}
output += ">\n    <label for=\"also-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((t_4),"text"), env.opts.autoescape);
if(runtime.memberLookup((t_4),"hint")) {
output += " <span class=\"hint\">";
output += runtime.suppressValue(runtime.memberLookup((t_4),"hint"), env.opts.autoescape);
output += "</span>";
;
}
output += "</label>\n  </div>\n  ";
;
}
}
frame = frame.pop();
output += "\n  ";
if(!env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "also_options"))) {
output += "<p class=\"quiet\">You have no other pupils.</p>";
;
}
output += "\n</fieldset>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_device_check.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "<ul class=\"findings\">\n  ";
frame = frame.push();
var t_3 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "check")),"findings");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("finding", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li class=\"";
if(runtime.memberLookup((t_4),"is_good")) {
output += "finding-good";
;
}
else {
output += "finding-bad";
;
}
output += "\"><strong>";
if(runtime.memberLookup((t_4),"is_good")) {
output += "Good:";
;
}
else {
output += "Take care:";
;
}
output += "</strong> ";
output += runtime.suppressValue(runtime.memberLookup((t_4),"text"), env.opts.autoescape);
if(runtime.memberLookup((t_4),"advice")) {
output += " <span class=\"hint\">";
output += runtime.suppressValue(runtime.memberLookup((t_4),"advice"), env.opts.autoescape);
output += "</span>";
;
}
output += "</li>\n  ";
;
}
}
frame = frame.pop();
output += "\n</ul>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_discard.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<form class=\"discard\" method=\"post\" action=\"/tablet/drafts/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"entry_id"), env.opts.autoescape);
output += "/discard\" hx-post=\"/tablet/drafts/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"entry_id"), env.opts.autoescape);
output += "/discard\" hx-target=\"#main\" hx-swap=\"outerHTML\" data-discard";
if(!runtime.contextOrFrameLookup(context, frame, "is_draft")) {
output += " hidden";
;
}
output += ">\n  <button class=\"button button-quiet\" type=\"submit\">Discard draft</button>\n</form>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_drafts.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<ul class=\"drafts\" aria-label=\"Drafts\">\n  ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "drafts");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("draft", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li class=\"draft\">\n    <div>\n      <a class=\"button\" href=\"";
if(runtime.memberLookup((t_4),"kind") == "answer") {
output += "/tablet/questions/";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"fields")),"question_id"), env.opts.autoescape);
;
}
else {
if(runtime.memberLookup((t_4),"kind") == "correction") {
output += "/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"pupil_id"), env.opts.autoescape);
output += "/notes/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "/correct";
;
}
else {
output += "/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"pupil_id"), env.opts.autoescape);
output += "/";
if(runtime.memberLookup((t_4),"kind") == "parent_meeting") {
output += "meetings";
;
}
else {
output += "observations";
;
}
output += "/new";
;
}
;
}
output += "?draft=";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">Continue draft</a>\n      <p class=\"hint\">";
if(runtime.memberLookup((t_4),"name")) {
output += runtime.suppressValue(runtime.memberLookup((t_4),"name"), env.opts.autoescape);
output += ", ";
;
}
if(runtime.memberLookup((t_4),"kind") == "correction") {
output += "correction";
;
}
else {
output += runtime.suppressValue(env.getFilter("lower").call(context, env.getFilter("kind_name").call(context, runtime.memberLookup((t_4),"kind"))), env.opts.autoescape);
;
}
output += ", typed ";
output += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((t_4),"kept_at")), env.opts.autoescape);
output += "</p>\n    </div>\n    <form method=\"post\" action=\"/tablet/drafts/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "/discard\" hx-post=\"/tablet/drafts/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "/discard\" hx-target=\"#main\" hx-swap=\"outerHTML\">\n      <button class=\"button button-quiet\" type=\"submit\">Discard draft</button>\n    </form>\n  </li>\n  ";
;
}
}
frame = frame.pop();
output += "\n</ul>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_form_end.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<input type=\"hidden\" name=\"person\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"id"), env.opts.autoescape);
output += "\">\n<p class=\"message message-wrong\" role=\"alert\" data-form-message hidden></p>\n<p class=\"hint\" data-draft-message></p>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_instrument.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/_instrument.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("part", t_1);
output += "\n<div class=\"instrument-part\" id=\"instrument-part\">\n  ";
frame = frame.push();
var t_6 = runtime.contextOrFrameLookup(context, frame, "kept");
if(t_6) {t_6 = runtime.fromIterator(t_6);
var t_5 = t_6.length;
for(var t_4=0; t_4 < t_6.length; t_4++) {
var t_7 = t_6[t_4];
frame.set("one", t_7);
frame.set("loop.index", t_4 + 1);
frame.set("loop.index0", t_4);
frame.set("loop.revindex", t_5 - t_4);
frame.set("loop.revindex0", t_5 - t_4 - 1);
frame.set("loop.first", t_4 === 0);
frame.set("loop.last", t_4 === t_5 - 1);
frame.set("loop.length", t_5);
output += "<input type=\"hidden\" name=\"";
output += runtime.suppressValue(runtime.memberLookup((t_7),"name"), env.opts.autoescape);
output += "\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_7),"value"), env.opts.autoescape);
output += "\">";
;
}
}
frame = frame.pop();
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate(runtime.contextOrFrameLookup(context, frame, "instrument_form"), false, "tablet/_instrument.html", false, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
callback(null,t_8);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_11,t_10) {
if(t_11) { cb(t_11); return; }
callback(null,t_10);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <div class=\"field";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"text")) {
output += " field-wrong";
;
}
output += "\">\n    <label for=\"text\">What did you see?</label>\n    ";
output += runtime.suppressValue((lineno = 7, colno = 18, runtime.callWrap(runtime.memberLookup((t_1),"around"), "part[\"around\"]", context, ["text",(runtime.contextOrFrameLookup(context, frame, "form_name") == "narrative"?"What happened, what was said, what came of it. Facts first.":"If there is more to say."),runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"text") || ""])), env.opts.autoescape);
output += "\n    <textarea class=\"input\" id=\"text\" name=\"text\" rows=\"";
if(runtime.contextOrFrameLookup(context, frame, "form_name") == "narrative") {
output += "7";
;
}
else {
output += "3";
;
}
output += "\"";
output += runtime.suppressValue((lineno = 8, colno = 125, runtime.callWrap(runtime.memberLookup((t_1),"mark"), "part[\"mark\"]", context, ["text","yes",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"text") || ""])), env.opts.autoescape);
if(runtime.contextOrFrameLookup(context, frame, "form_name") == "narrative" && !env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "errors"))) {
output += " autofocus";
;
}
output += ">\n";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"text"), env.opts.autoescape);
output += "</textarea>\n  </div>\n  ";
if(env.getFilter("length").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "lists")),"phrases"))) {
output += "\n  <div class=\"chips chips-row\" role=\"group\" aria-label=\"Quick phrases\">\n    ";
frame = frame.push();
var t_14 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "lists")),"phrases");
if(t_14) {t_14 = runtime.fromIterator(t_14);
var t_13 = t_14.length;
for(var t_12=0; t_12 < t_14.length; t_12++) {
var t_15 = t_14[t_12];
frame.set("words", t_15);
frame.set("loop.index", t_12 + 1);
frame.set("loop.index0", t_12);
frame.set("loop.revindex", t_13 - t_12);
frame.set("loop.revindex0", t_13 - t_12 - 1);
frame.set("loop.first", t_12 === 0);
frame.set("loop.last", t_12 === t_13 - 1);
frame.set("loop.length", t_13);
output += "<button class=\"chip\" type=\"button\" data-inserts=\"text\">";
output += runtime.suppressValue(t_15, env.opts.autoescape);
output += "</button>";
;
}
}
frame = frame.pop();
output += "\n  </div>\n  ";
;
}
output += "\n</div>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_kind.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<div class=\"field field-kind";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"instrument")) {
output += " field-wrong";
;
}
output += "\">\n  <label for=\"instrument\">Kind of observation</label>\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"instrument")) {
output += "<p class=\"error-message\" id=\"instrument-error\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"instrument"), env.opts.autoescape);
output += "</p>";
;
}
output += "\n  <select class=\"input\" id=\"instrument\" name=\"instrument\"";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"instrument")) {
output += " aria-invalid=\"true\" aria-describedby=\"instrument-error\"";
;
}
output += " hx-post=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/observations/kind\" hx-trigger=\"change\" hx-target=\"#instrument-part\" hx-select=\"#instrument-part\" hx-swap=\"outerHTML\" hx-sync=\"this:replace\">\n    ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "instruments");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("option", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<option value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_4),"value"), env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((t_4),"value") == runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"instrument")) {
output += " selected";
;
}
output += ">";
output += runtime.suppressValue(runtime.memberLookup((t_4),"text"), env.opts.autoescape);
output += "</option>\n    ";
;
}
}
frame = frame.pop();
output += "\n  </select>\n</div>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_meeting_before.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/_meeting_before.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
env.getTemplate("shared/_profile.html", false, "tablet/_meeting_before.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("of", t_4);
output += "\n<details class=\"meeting-section\"";
if(runtime.contextOrFrameLookup(context, frame, "is_prepared")) {
output += " open";
;
}
output += ">\n  <summary>Prepare: agenda, what to bring, needs</summary>\n  <div class=\"stack\">\n    ";
output += runtime.suppressValue((lineno = 6, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"area"), "field[\"area\"]", context, ["agenda","Agenda",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"agenda"),"hint": "One point a line.","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"agenda") || "","rows": 3})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 7, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"area"), "field[\"area\"]", context, ["bring","What to bring",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"bring"),"hint": "One thing a line.","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"bring") || "","rows": 2})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 8, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"text"), "field[\"text\"]", context, ["needs","Interpreter or other need",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"needs"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"needs") || ""})])), env.opts.autoescape);
output += "\n    ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "outcomes"))) {
output += "\n    <div>\n      <h2>Present outcomes</h2>\n      ";
output += runtime.suppressValue((lineno = 12, colno = 20, runtime.callWrap(runtime.memberLookup((t_4),"outcomes"), "of[\"outcomes\"]", context, [runtime.contextOrFrameLookup(context, frame, "outcomes")])), env.opts.autoescape);
output += "\n    </div>\n    ";
;
}
output += "\n  </div>\n</details>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_meeting_earlier.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<fieldset class=\"card meeting-earlier\">\n  <legend class=\"visually-hidden\">Still open from earlier meetings</legend>\n  <h2 aria-hidden=\"true\">Still open from earlier meetings</h2>\n  <p class=\"hint\">Tick what is done.</p>\n  ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "earlier");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("action", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<input type=\"hidden\" name=\"earlier_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">\n  ";
if(runtime.memberLookup((t_4),"body")) {
output += "<div class=\"checkbox\">\n    <input type=\"checkbox\" id=\"earlier-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\" name=\"earlier_done\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((t_4),"done")) {
output += " checked";
;
}
output += ">\n    <label for=\"earlier-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\"><span>";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"text"), env.opts.autoescape);
if(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"owner")) {
output += " <span class=\"action-owner\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"owner"), env.opts.autoescape);
output += "</span>";
;
}
if(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"due")) {
output += " <span class=\"action-due\">by ";
output += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((runtime.memberLookup((t_4),"body")),"due")), env.opts.autoescape);
output += "</span>";
;
}
output += "</span></label>\n  </div>";
;
}
else {
if(runtime.memberLookup((t_4),"done")) {
output += "<input type=\"hidden\" name=\"earlier_done\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">";
;
}
;
}
output += "\n  ";
;
}
}
frame = frame.pop();
output += "\n</fieldset>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_meeting_prompts.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/_meeting_prompts.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n<details class=\"meeting-section\" id=\"prompts\"";
if(runtime.contextOrFrameLookup(context, frame, "is_structured")) {
output += " open";
;
}
output += ">\n  <summary>Structured conversation</summary>\n  <div class=\"stack\">\n    ";
output += runtime.suppressValue((lineno = 5, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"area"), "field[\"area\"]", context, ["explore","Explore",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"explore"),"hint": "Listen first. What goes well? What worries you? What have you tried at home?","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"explore") || "","rows": 3})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 6, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"area"), "field[\"area\"]", context, ["focus","Focus",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"focus"),"hint": "Of all that, what matters most just now?","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"focus") || "","rows": 2})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 7, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"area"), "field[\"area\"]", context, ["plan","Plan",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"plan"),"hint": "What shall we try, at school and at home? What would be better by next time?","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"plan") || "","rows": 2})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 8, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"area"), "field[\"area\"]", context, ["review","Review",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"review"),"hint": "Sum up together. Did we miss anything? When do we talk again?","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"review") || "","rows": 2})])), env.opts.autoescape);
output += "\n  </div>\n</details>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_meetings_begun.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "begun");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("meeting", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li class=\"card meeting-card\">\n  <p><strong>";
output += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((t_4),"held_on")), env.opts.autoescape);
output += "</strong>";
if(runtime.memberLookup((t_4),"name")) {
output += " with the parents of ";
output += runtime.suppressValue(runtime.memberLookup((t_4),"name"), env.opts.autoescape);
;
}
output += "<br>\n    <span class=\"hint\">";
output += runtime.suppressValue(env.getFilter("purpose_name").call(context, runtime.memberLookup((t_4),"purpose")), env.opts.autoescape);
output += ", ";
if(runtime.memberLookup((t_4),"is_begun")) {
output += "not finished";
;
}
else {
output += "prepared";
;
}
output += "</span></p>\n  <a class=\"button\" id=\"meeting-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"pupil_id"), env.opts.autoescape);
output += "/meetings/new?meeting=";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">";
if(runtime.memberLookup((t_4),"is_begun")) {
output += "Continue draft";
;
}
else {
output += "Hold meeting";
;
}
output += "</a>\n</li>\n";
;
}
}
frame = frame.pop();
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_new_passcode.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/_new_passcode.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
output += runtime.suppressValue((lineno = 2, colno = 13, runtime.callWrap(runtime.memberLookup((t_1),"text"), "field[\"text\"]", context, ["passcode","Choose a passcode",runtime.makeKeywordArgs({"hint": "At least 8 characters; three words that only you put together are good. Not your password: it opens your jotter on this tablet alone.","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"passcode") || "","type": "password","autocomplete": "new-password","maxlength": "200"})])), env.opts.autoescape);
output += "\n";
output += runtime.suppressValue((lineno = 3, colno = 13, runtime.callWrap(runtime.memberLookup((t_1),"text"), "field[\"text\"]", context, ["repeated","Repeat passcode",runtime.makeKeywordArgs({"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"repeated") || "","type": "password","autocomplete": "new-password","maxlength": "200"})])), env.opts.autoescape);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_outbox_list.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("shared/_summary.html", false, "tablet/_outbox_list.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
if(Object.prototype.hasOwnProperty.call(t_1, "summary")) {
var t_4 = t_1.summary;
} else {
cb(new Error("cannot import 'summary'")); return;
}
context.setVariable("summary", t_4);
output += "\n";
output += "\n<div class=\"outbox\" id=\"outbox\" hx-get=\"/tablet/outbox/list\" hx-trigger=\"jotter:changed from:body, jotter:turned from:body\" hx-swap=\"outerHTML\" hx-sync=\"this:replace\" hx-disinherit=\"hx-sync\">\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "sync")),"need") == "update") {
output += "<p class=\"message message-care\">This Jotter is too old for the school's record. Open it once with a good network and tap Update. Nothing is lost meanwhile.</p>";
;
}
output += "\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "sync")),"need") == "sign-in") {
output += "<p class=\"message message-care\">The record wants to know who you are before it takes your notes. They are safe here. <a class=\"button\" href=\"/sign-in?next=/tablet/\">Sign in</a></p>";
;
}
output += "\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "sync")),"told_until")) {
output += "<p class=\"message\">The record asked to be left in peace until ";
output += runtime.suppressValue(env.getFilter("clock").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "sync")),"told_until")), env.opts.autoescape);
output += ".</p>";
;
}
output += "\n  <p class=\"hint\">";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "sync")),"last_ok_at")) {
output += "Last synced ";
output += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "sync")),"last_ok_at")), env.opts.autoescape);
output += ".";
;
}
else {
output += "Not synced yet.";
;
}
output += "</p>\n  <section class=\"region\" aria-labelledby=\"waiting-title\">\n    <h2 id=\"waiting-title\">Waiting</h2>\n    ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "waiting"))) {
output += "\n    <ul class=\"plain-list\">\n      ";
frame = frame.push();
var t_7 = runtime.contextOrFrameLookup(context, frame, "waiting");
if(t_7) {t_7 = runtime.fromIterator(t_7);
var t_6 = t_7.length;
for(var t_5=0; t_5 < t_7.length; t_5++) {
var t_8 = t_7[t_5];
frame.set("row", t_8);
frame.set("loop.index", t_5 + 1);
frame.set("loop.index0", t_5);
frame.set("loop.revindex", t_6 - t_5);
frame.set("loop.revindex0", t_6 - t_5 - 1);
frame.set("loop.first", t_5 === 0);
frame.set("loop.last", t_5 === t_6 - 1);
frame.set("loop.length", t_6);
output += "<li class=\"card outbox-entry";
if(runtime.memberLookup((t_8),"state") == "stuck") {
output += " outbox-stuck";
;
}
output += "\">\n        <h3>";
output += runtime.suppressValue(runtime.memberLookup((t_8),"name"), env.opts.autoescape);
output += "</h3>\n        <p class=\"hint\">";
output += runtime.suppressValue(env.getFilter("kind_name").call(context, runtime.memberLookup((t_8),"kind")), env.opts.autoescape);
output += ", written <time>";
output += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((t_8),"saved_at")), env.opts.autoescape);
output += "</time></p>\n        ";
if(runtime.memberLookup((t_8),"is_measured")) {
output += "<p class=\"note-summary\"><span class=\"tag\">";
output += runtime.suppressValue(env.getFilter("kind_name").call(context, runtime.memberLookup((runtime.memberLookup((runtime.memberLookup((t_8),"entry")),"body")),"instrument")), env.opts.autoescape);
output += "</span> ";
output += runtime.suppressValue((lineno = 15, colno = 135, runtime.callWrap(t_4, "summary", context, [runtime.memberLookup((runtime.memberLookup((t_8),"entry")),"body")])), env.opts.autoescape);
output += "</p>";
;
}
output += "\n        ";
if(runtime.memberLookup((t_8),"excerpt")) {
output += "<p class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((t_8),"excerpt"), env.opts.autoescape);
output += "</p>";
;
}
output += "\n        <p><strong>";
output += runtime.suppressValue(runtime.memberLookup((t_8),"state_words"), env.opts.autoescape);
output += "</strong></p>\n        ";
if(runtime.memberLookup((t_8),"state") == "stuck") {
output += "\n        <div class=\"buttons\">\n          <form method=\"post\" action=\"/tablet/outbox/";
output += runtime.suppressValue(runtime.memberLookup((t_8),"id"), env.opts.autoescape);
output += "/";
output += runtime.suppressValue(runtime.memberLookup((t_8),"revision"), env.opts.autoescape);
output += "/retry\" hx-post=\"/tablet/outbox/";
output += runtime.suppressValue(runtime.memberLookup((t_8),"id"), env.opts.autoescape);
output += "/";
output += runtime.suppressValue(runtime.memberLookup((t_8),"revision"), env.opts.autoescape);
output += "/retry\" hx-target=\"#main\" hx-swap=\"outerHTML\"><button class=\"button\" id=\"retry-";
output += runtime.suppressValue(runtime.memberLookup((t_8),"id"), env.opts.autoescape);
output += "-";
output += runtime.suppressValue(runtime.memberLookup((t_8),"revision"), env.opts.autoescape);
output += "\" type=\"submit\">Try again</button></form>\n          <a class=\"button\" id=\"export-";
output += runtime.suppressValue(runtime.memberLookup((t_8),"id"), env.opts.autoescape);
output += "-";
output += runtime.suppressValue(runtime.memberLookup((t_8),"revision"), env.opts.autoescape);
output += "\" href=\"/tablet/outbox/";
output += runtime.suppressValue(runtime.memberLookup((t_8),"id"), env.opts.autoescape);
output += "/";
output += runtime.suppressValue(runtime.memberLookup((t_8),"revision"), env.opts.autoescape);
output += "/export\" download>Export</a>\n        </div>\n        ";
;
}
output += "\n      </li>\n      ";
;
}
}
frame = frame.pop();
output += "\n    </ul>\n    ";
;
}
else {
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"undelivered")) {
output += "\n    <p class=\"empty empty-small\">No note waits, but photos do: see below.</p>\n    ";
;
}
else {
output += "\n    <p class=\"empty empty-small\">Nothing waits. Everything you saved is in the school's record.</p>\n    ";
;
}
;
}
output += "\n    ";
if(runtime.contextOrFrameLookup(context, frame, "of_others")) {
output += "\n    <div class=\"message\">\n      <p>";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "of_others"), env.opts.autoescape);
output += " by others waiting. They are sent as soon as the network is back, whoever uses the tablet.</p>\n      <form method=\"post\" action=\"/tablet/outbox/retry\" hx-post=\"/tablet/outbox/retry\" hx-target=\"#main\" hx-swap=\"outerHTML\"><button class=\"button\" id=\"retry-all\" type=\"submit\">Try all again</button></form>\n    </div>\n    ";
;
}
output += "\n  </section>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_outbox_photos.html", false, "tablet/_outbox_list.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_outbox_troubles.html", false, "tablet/_outbox_list.html", false, function(t_14,t_13) {
if(t_14) { cb(t_14); return; }
callback(null,t_13);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_16,t_15) {
if(t_16) { cb(t_16); return; }
callback(null,t_15);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</div>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_outbox_photos.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"waiting") || runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"stuck") || runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"lost")) {
output += "\n<section class=\"region\" aria-labelledby=\"photos-waiting\">\n  <h2 id=\"photos-waiting\">Photos</h2>\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"waiting")) {
output += "<p><strong>";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"waiting"), env.opts.autoescape);
output += " ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"waiting") == 1) {
output += "photo";
;
}
else {
output += "photos";
;
}
output += " waiting.</strong> <span class=\"hint\">They go after the notes, one at a time.</span></p>";
;
}
output += "\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"stuck")) {
output += "\n  <div class=\"message message-care\">\n    ";
frame = frame.push();
var t_3 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"refused");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("group", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<p>";
output += runtime.suppressValue(runtime.memberLookup((t_4),"count"), env.opts.autoescape);
output += " ";
if(runtime.memberLookup((t_4),"count") == 1) {
output += "photo";
;
}
else {
output += "photos";
;
}
output += " could not be taken by the record. ";
output += runtime.suppressValue(runtime.memberLookup((t_4),"reason"), env.opts.autoescape);
output += " Nothing is lost: ";
if(runtime.memberLookup((t_4),"count") == 1) {
output += "it stays";
;
}
else {
output += "they stay";
;
}
output += " on this tablet.</p>\n    ";
;
}
}
frame = frame.pop();
output += "\n    <form method=\"post\" action=\"/tablet/outbox/photos/retry\" hx-post=\"/tablet/outbox/photos/retry\" hx-target=\"#main\" hx-swap=\"outerHTML\"><button class=\"button\" id=\"retry-photos\" type=\"submit\">Try photos again</button></form>\n  </div>\n  ";
;
}
output += "\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"lost")) {
output += "\n  <div class=\"message message-care\">\n    <p>";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"lost"), env.opts.autoescape);
output += " ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"lost") == 1) {
output += "photo is";
;
}
else {
output += "photos are";
;
}
output += " lost: this tablet's browser no longer has ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"lost") == 1) {
output += "it";
;
}
else {
output += "them";
;
}
output += ", so ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"lost") == 1) {
output += "it";
;
}
else {
output += "they";
;
}
output += " cannot be sent. Your words are not touched by that. ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"is_loss_told")) {
output += "The desk has been told.";
;
}
else {
output += "The desk is told as soon as the network is back.";
;
}
output += "</p>\n    ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "photos")),"is_loss_told")) {
output += "<form method=\"post\" action=\"/tablet/outbox/photos/lost\" hx-post=\"/tablet/outbox/photos/lost\" hx-target=\"#main\" hx-swap=\"outerHTML\"><button class=\"button\" id=\"lost-photos\" type=\"submit\">Take off this list</button></form>";
;
}
output += "\n  </div>\n  ";
;
}
output += "\n</section>\n";
;
}
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_outbox_troubles.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_summary.html", false, "tablet/_outbox_troubles.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
if(Object.prototype.hasOwnProperty.call(t_1, "summary")) {
var t_4 = t_1.summary;
} else {
cb(new Error("cannot import 'summary'")); return;
}
context.setVariable("summary", t_4);
output += "\n";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "troubles"))) {
output += "\n<section class=\"region\" aria-labelledby=\"troubles-title\">\n  <h2 id=\"troubles-title\">Arrived, with something to sort out</h2>\n  <ul class=\"plain-list\">\n    ";
frame = frame.push();
var t_7 = runtime.contextOrFrameLookup(context, frame, "troubles");
if(t_7) {t_7 = runtime.fromIterator(t_7);
var t_6 = t_7.length;
for(var t_5=0; t_5 < t_7.length; t_5++) {
var t_8 = t_7[t_5];
frame.set("row", t_8);
frame.set("loop.index", t_5 + 1);
frame.set("loop.index0", t_5);
frame.set("loop.revindex", t_6 - t_5);
frame.set("loop.revindex0", t_6 - t_5 - 1);
frame.set("loop.first", t_5 === 0);
frame.set("loop.last", t_5 === t_6 - 1);
frame.set("loop.length", t_6);
output += "<li class=\"card\">\n      <h3>";
output += runtime.suppressValue(runtime.memberLookup((t_8),"name"), env.opts.autoescape);
output += "</h3>\n      <p class=\"hint\">";
output += runtime.suppressValue(env.getFilter("kind_name").call(context, runtime.memberLookup((t_8),"kind")), env.opts.autoescape);
output += ", written <time>";
output += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((t_8),"saved_at")), env.opts.autoescape);
output += "</time></p>\n      ";
if(runtime.memberLookup((t_8),"is_measured")) {
output += "<p class=\"note-summary\"><span class=\"tag\">";
output += runtime.suppressValue(env.getFilter("kind_name").call(context, runtime.memberLookup((runtime.memberLookup((runtime.memberLookup((t_8),"entry")),"body")),"instrument")), env.opts.autoescape);
output += "</span> ";
output += runtime.suppressValue((lineno = 10, colno = 133, runtime.callWrap(t_4, "summary", context, [runtime.memberLookup((runtime.memberLookup((t_8),"entry")),"body")])), env.opts.autoescape);
output += "</p>";
;
}
output += "\n      ";
if(runtime.memberLookup((t_8),"excerpt")) {
output += "<p class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((t_8),"excerpt"), env.opts.autoescape);
output += "</p>";
;
}
output += "\n      <p><strong>";
output += runtime.suppressValue(runtime.memberLookup((t_8),"state_words"), env.opts.autoescape);
output += "</strong></p>\n      ";
if(env.getFilter("length").call(context, runtime.memberLookup((t_8),"problems"))) {
output += "<ul>";
frame = frame.push();
var t_11 = runtime.memberLookup((t_8),"problems");
if(t_11) {t_11 = runtime.fromIterator(t_11);
var t_10 = t_11.length;
for(var t_9=0; t_9 < t_11.length; t_9++) {
var t_12 = t_11[t_9];
frame.set("problem", t_12);
frame.set("loop.index", t_9 + 1);
frame.set("loop.index0", t_9);
frame.set("loop.revindex", t_10 - t_9);
frame.set("loop.revindex0", t_10 - t_9 - 1);
frame.set("loop.first", t_9 === 0);
frame.set("loop.last", t_9 === t_10 - 1);
frame.set("loop.length", t_10);
output += "<li>";
output += runtime.suppressValue(runtime.memberLookup((t_12),"message"), env.opts.autoescape);
output += "</li>";
;
}
}
frame = frame.pop();
output += "</ul>";
;
}
output += "\n    </li>\n    ";
;
}
}
frame = frame.pop();
output += "\n  </ul>\n</section>\n";
;
}
output += "\n";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "conflicts"))) {
output += "\n<section class=\"region\" aria-labelledby=\"conflicts-title\">\n  <h2 id=\"conflicts-title\">Two versions</h2>\n  <ul class=\"plain-list\">\n    ";
frame = frame.push();
var t_15 = runtime.contextOrFrameLookup(context, frame, "conflicts");
if(t_15) {t_15 = runtime.fromIterator(t_15);
var t_14 = t_15.length;
for(var t_13=0; t_13 < t_15.length; t_13++) {
var t_16 = t_15[t_13];
frame.set("conflict", t_16);
frame.set("loop.index", t_13 + 1);
frame.set("loop.index0", t_13);
frame.set("loop.revindex", t_14 - t_13);
frame.set("loop.revindex0", t_14 - t_13 - 1);
frame.set("loop.first", t_13 === 0);
frame.set("loop.last", t_13 === t_14 - 1);
frame.set("loop.length", t_14);
output += "<li class=\"card\">\n      <h3>";
output += runtime.suppressValue(runtime.memberLookup((t_16),"name"), env.opts.autoescape);
output += "</h3>\n      <p>You and somebody else changed the same words. Both versions are kept, and the SENCO decides.</p>\n      <h4>Yours</h4><p class=\"note-summary\">";
output += runtime.suppressValue((lineno = 27, colno = 54, runtime.callWrap(t_4, "summary", context, [runtime.memberLookup((runtime.memberLookup((t_16),"body")),"offered")])), env.opts.autoescape);
output += "</p><p class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.memberLookup((t_16),"body")),"offered")),"text") || runtime.memberLookup((runtime.memberLookup((runtime.memberLookup((t_16),"body")),"offered")),"discussion") || "", env.opts.autoescape);
output += "</p>\n      <h4>The record's</h4><p class=\"note-summary\">";
output += runtime.suppressValue((lineno = 28, colno = 61, runtime.callWrap(t_4, "summary", context, [runtime.memberLookup((runtime.memberLookup((t_16),"body")),"recorded")])), env.opts.autoescape);
output += "</p><p class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.memberLookup((t_16),"body")),"recorded")),"text") || runtime.memberLookup((runtime.memberLookup((runtime.memberLookup((t_16),"body")),"recorded")),"discussion") || "", env.opts.autoescape);
output += "</p>\n    </li>\n    ";
;
}
}
frame = frame.pop();
output += "\n  </ul>\n</section>\n";
;
}
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_people.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<ul class=\"people-here\" aria-label=\"People of this tablet\">\n  ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "people");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("one", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li>\n    ";
if(runtime.memberLookup((t_4),"has_vault")) {
output += "\n    <form method=\"post\" action=\"/tablet/people\" data-once>\n      <input type=\"hidden\" name=\"chosen\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">\n      <button class=\"button button-wide button-large\" type=\"submit\">";
output += runtime.suppressValue(runtime.memberLookup((t_4),"name"), env.opts.autoescape);
output += "</button>\n    </form>\n    ";
;
}
else {
output += "\n    <a class=\"button button-wide button-large\" href=\"/sign-in?next=/tablet/\">";
output += runtime.suppressValue(runtime.memberLookup((t_4),"name"), env.opts.autoescape);
output += " (sign in)</a>\n    ";
;
}
output += "\n  </li>\n  ";
;
}
}
frame = frame.pop();
output += "\n</ul>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_photo_list.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "photos"))) {
output += "\n<ul class=\"photos\" aria-label=\"Photos of this note\">\n  ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "photos");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("photo", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li class=\"photo photo-chosen\">\n    <img class=\"photo-image\" src=\"/tablet/photos/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\" alt=\"Photo ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += " of ";
output += runtime.suppressValue(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "photos")), env.opts.autoescape);
output += "\" decoding=\"async\">\n    ";
if(runtime.memberLookup((t_4),"is_draft")) {
output += "<button class=\"button photo-remove\" type=\"button\" data-photo-remove=\"";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\" aria-label=\"Remove photo ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\">Remove</button>";
;
}
output += "\n  </li>\n  ";
;
}
}
frame = frame.pop();
output += "\n</ul>\n";
;
}
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_photos.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<fieldset class=\"field photo-field\" data-photos=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"entry_id"), env.opts.autoescape);
output += "\" aria-describedby=\"photos-hint\">\n  <legend>Photos of work</legend>\n  <p class=\"hint\" id=\"photos-hint\">Of work, not of faces. Where and when a photo was taken is removed.</p>\n  <p class=\"error-message\" id=\"photos-error\" role=\"alert\" data-photo-problem hidden></p>\n  <div data-photo-list></div>\n  <label class=\"photo-label\" for=\"photos\">Add photos</label>\n  <input class=\"input photo-input\" id=\"photos\" type=\"file\" accept=\"image/*\" multiple aria-describedby=\"photos-hint photos-error\" data-photo-input>\n  <p class=\"hint\" role=\"status\" data-photo-status></p>\n  <button class=\"button photo-save\" type=\"button\" data-photo-save hidden>Save without waiting</button>\n</fieldset>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_pupil_cards.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<ul class=\"pupils\"";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "groups")) > 1) {
output += " aria-label=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "group")),"title"), env.opts.autoescape);
output += "\"";
;
}
output += ">\n  ";
frame = frame.push();
var t_3 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "group")),"pupils");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("pupil", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li class=\"card pupil-card\" data-called=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"family_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"class_name"), env.opts.autoescape);
output += "\">\n    <a id=\"pupil-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"family_name"), env.opts.autoescape);
output += "</a>\n    <p class=\"hint\">";
if(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"year_group") == "R") {
output += "Reception";
;
}
else {
output += "Year ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"year_group"), env.opts.autoescape);
;
}
if(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"class_name")) {
output += ", ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"class_name"), env.opts.autoescape);
;
}
output += "</p>\n    ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "group")),"is_lately")) {
output += "\n    <p class=\"quick\">\n      <a class=\"button\" id=\"note-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "/observations/new\" aria-describedby=\"pupil-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">Note</a>\n      <a class=\"button\" id=\"count-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "/observations/new?instrument=frequency\" aria-describedby=\"pupil-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">Count</a>\n    </p>\n    ";
;
}
output += "\n  </li>\n  ";
;
}
}
frame = frame.pop();
output += "\n</ul>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_questions.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<section class=\"region\" aria-labelledby=\"questions\">\n  <h2 id=\"questions\">Questions for you</h2>\n  <ul class=\"plain-list\">\n    ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "questions");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("question", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li class=\"message\">\n      <p>";
if(runtime.memberLookup((t_4),"name")) {
output += "<strong>";
output += runtime.suppressValue(runtime.memberLookup((t_4),"name"), env.opts.autoescape);
output += "</strong> ";
;
}
output += "<span class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_4),"body")),"text"), env.opts.autoescape);
output += "</span> <span class=\"hint\">";
output += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((runtime.memberLookup((t_4),"body")),"asked_at")), env.opts.autoescape);
output += "</span></p>\n      <a class=\"button\" id=\"answer-";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\" href=\"/tablet/questions/";
output += runtime.suppressValue(runtime.memberLookup((t_4),"id"), env.opts.autoescape);
output += "\">Answer</a>\n    </li>\n    ";
;
}
}
frame = frame.pop();
output += "\n  </ul>\n</section>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_recent_notes.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("shared/_note.html", false, "tablet/_recent_notes.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
if(Object.prototype.hasOwnProperty.call(t_1, "note")) {
var t_4 = t_1.note;
} else {
cb(new Error("cannot import 'note'")); return;
}
context.setVariable("note", t_4);
output += "\n";
env.getTemplate("shared/_meeting.html", false, "tablet/_recent_notes.html", false, function(t_6,t_5) {
if(t_6) { cb(t_6); return; }
t_5.getExported(function(t_7,t_5) {
if(t_7) { cb(t_7); return; }
if(Object.prototype.hasOwnProperty.call(t_5, "meeting")) {
var t_8 = t_5.meeting;
} else {
cb(new Error("cannot import 'meeting'")); return;
}
context.setVariable("meeting", t_8);
output += "\n";
output += "\n<div class=\"notes\" id=\"notes\" hx-get=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/notes";
if(runtime.contextOrFrameLookup(context, frame, "first")) {
output += "?first=";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "first"), env.opts.autoescape);
;
}
output += "\" hx-trigger=\"jotter:changed from:body\" hx-swap=\"outerHTML\" hx-sync=\"this:replace\">\n  ";
frame = frame.push();
var t_11 = runtime.contextOrFrameLookup(context, frame, "notes");
if(t_11) {t_11 = runtime.fromIterator(t_11);
var t_10 = t_11.length;
for(var t_9=0; t_9 < t_11.length; t_9++) {
var t_12 = t_11[t_9];
frame.set("one", t_12);
frame.set("loop.index", t_9 + 1);
frame.set("loop.index0", t_9);
frame.set("loop.revindex", t_10 - t_9);
frame.set("loop.revindex0", t_10 - t_9 - 1);
frame.set("loop.first", t_9 === 0);
frame.set("loop.last", t_9 === t_10 - 1);
frame.set("loop.length", t_10);
if(runtime.memberLookup((t_12),"kind") == "parent_meeting") {
output += runtime.suppressValue((lineno = 5, colno = 49, runtime.callWrap(t_8, "meeting", context, [t_12,runtime.makeKeywordArgs({"author": runtime.memberLookup((t_12),"author"),"mark": runtime.memberLookup((t_12),"mark"),"href": runtime.memberLookup((t_12),"href"),"photos": runtime.memberLookup((t_12),"photos")})])), env.opts.autoescape);
;
}
else {
output += runtime.suppressValue((lineno = 5, colno = 142, runtime.callWrap(t_4, "note", context, [t_12,runtime.makeKeywordArgs({"author": runtime.memberLookup((t_12),"author"),"mark": runtime.memberLookup((t_12),"mark"),"outcomes": runtime.memberLookup((t_12),"outcomes"),"href": runtime.memberLookup((t_12),"href"),"photos": runtime.memberLookup((t_12),"photos")})])), env.opts.autoescape);
;
}
output += "\n  ";
;
}
}
frame = frame.pop();
output += "\n  ";
if(!env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "notes"))) {
output += "\n  <div class=\"empty\"><h3>No notes yet</h3><p>The first note you save appears here at once, with or without a network.</p></div>\n  ";
;
}
output += "\n  ";
if(runtime.contextOrFrameLookup(context, frame, "show_rest")) {
output += "<p class=\"quiet\" hx-get=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/notes?show=";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "show_rest"), env.opts.autoescape);
if(runtime.contextOrFrameLookup(context, frame, "first")) {
output += "&amp;first=";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "first"), env.opts.autoescape);
;
}
output += "\" hx-trigger=\"load delay:500ms\" hx-target=\"#notes\" hx-swap=\"outerHTML\">…</p>";
;
}
output += "\n  ";
if(runtime.contextOrFrameLookup(context, frame, "show_more")) {
output += "<p><a class=\"button\" id=\"show-more\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "?show=";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "show_more"), env.opts.autoescape);
output += "\" hx-get=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/notes?show=";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "show_more"), env.opts.autoescape);
output += "\" hx-target=\"#notes\" hx-swap=\"outerHTML\">Show more</a></p>";
;
}
output += "\n</div>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_safeguarding.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "<p class=\"safeguarding\"><strong>If you are worried about a child's safety, tell the designated safeguarding lead now, in person.</strong> Do not write it here.</p>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_saved.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<p class=\"saved\" aria-hidden=\"true\" data-words=\"Saved on this tablet.\" data-saved></p>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_signature_row.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/_signature_row.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
var t_4;
t_4 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"signature_name-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id")) || "";
frame.set("error", t_4, true);
if(frame.topLevel) {
context.setVariable("error", t_4);
}
if(frame.topLevel) {
context.addExport("error", t_4);
}
output += "\n";
var t_5;
t_5 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"signature_role-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id")) || "";
frame.set("role_error", t_5, true);
if(frame.topLevel) {
context.setVariable("role_error", t_5);
}
if(frame.topLevel) {
context.addExport("role_error", t_5);
}
output += "\n<input type=\"hidden\" name=\"signature_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\">\n<div class=\"field-pair\">\n  <div class=\"field";
if(runtime.contextOrFrameLookup(context, frame, "error")) {
output += " field-wrong";
;
}
output += "\">\n    <label for=\"signature_name-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\">Name</label>\n    ";
output += runtime.suppressValue((lineno = 8, colno = 24, runtime.callWrap(runtime.memberLookup((t_1),"around_hint"), "field[\"around_hint\"]", context, ["signature_name-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"),"",runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
output += "\n    <input class=\"input\" id=\"signature_name-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\" name=\"signature_name\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"name"), env.opts.autoescape);
output += "\"";
output += runtime.suppressValue((lineno = 9, colno = 135, runtime.callWrap(runtime.memberLookup((t_1),"described_by"), "field[\"described_by\"]", context, ["signature_name-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"),"",runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"is_new")) {
output += " autofocus";
;
}
output += ">\n  </div>\n  <div class=\"field";
if(runtime.contextOrFrameLookup(context, frame, "role_error")) {
output += " field-wrong";
;
}
output += "\">\n    <label for=\"signature_role-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\">Relation or role</label>\n    ";
output += runtime.suppressValue((lineno = 13, colno = 24, runtime.callWrap(runtime.memberLookup((t_1),"around_hint"), "field[\"around_hint\"]", context, ["signature_role-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"),"",runtime.contextOrFrameLookup(context, frame, "role_error")])), env.opts.autoescape);
output += "\n    <input class=\"input\" id=\"signature_role-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\" name=\"signature_role\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"role"), env.opts.autoescape);
output += "\"";
output += runtime.suppressValue((lineno = 14, colno = 135, runtime.callWrap(runtime.memberLookup((t_1),"described_by"), "field[\"described_by\"]", context, ["signature_role-" + "" + runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"),"",runtime.contextOrFrameLookup(context, frame, "role_error")])), env.opts.autoescape);
output += ">\n  </div>\n</div>\n<jotter-signature class=\"signature\">\n  <input type=\"hidden\" name=\"signature_at\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"at"), env.opts.autoescape);
output += "\" data-at>\n  <input type=\"hidden\" name=\"signature_strokes\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"strokes"), env.opts.autoescape);
output += "\" data-strokes>\n  <canvas class=\"signature-glass\" role=\"img\" aria-label=\"Signature on the glass\"></canvas>\n  <div class=\"buttons signature-buttons\">\n    <p class=\"hint\" data-state>Sign with a finger or a pen.</p>\n    <button class=\"button button-quiet\" type=\"button\" data-undo>Undo stroke</button>\n    <button class=\"button button-quiet\" type=\"button\" data-clear>Clear signature</button>\n  </div>\n</jotter-signature>\n<div class=\"checkbox\">\n  <input type=\"checkbox\" id=\"signature_typed-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\" name=\"signature_typed\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"is_typed")) {
output += " checked";
;
}
output += ">\n  <label for=\"signature_typed-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\">My typed name stands for my signature</label>\n</div>\n<button class=\"button button-quiet\" type=\"submit\" name=\"do\" value=\"remove-signature:";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "signature")),"id"), env.opts.autoescape);
output += "\" aria-label=\"Take out signature ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\" hx-post=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/meetings/new\" hx-target=\"#signatures\" hx-select=\"#signatures\" hx-swap=\"outerHTML\">Take out</button>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_signatures_form.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/_signatures_form.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n<section class=\"region actions-form\" id=\"signatures\" aria-labelledby=\"signatures-title\">\n  <div>\n    <h2 id=\"signatures-title\">Signatures</h2>\n    <p class=\"hint\">Only if people wish. Nobody has to sign.</p>\n  </div>\n  <ol class=\"actions-rows\" aria-labelledby=\"signatures-title\">\n    ";
frame = frame.push();
var t_6 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"signatures");
if(t_6) {t_6 = runtime.fromIterator(t_6);
var t_5 = t_6.length;
for(var t_4=0; t_4 < t_6.length; t_4++) {
var t_7 = t_6[t_4];
frame.set("signature", t_7);
frame.set("loop.index", t_4 + 1);
frame.set("loop.index0", t_4);
frame.set("loop.revindex", t_5 - t_4);
frame.set("loop.revindex0", t_5 - t_4 - 1);
frame.set("loop.first", t_4 === 0);
frame.set("loop.last", t_4 === t_5 - 1);
frame.set("loop.length", t_5);
output += "<li><div class=\"signature-row\" role=\"group\" aria-label=\"Signature ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_signature_row.html", false, "tablet/_signatures_form.html", false, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
callback(null,t_8);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_11,t_10) {
if(t_11) { cb(t_11); return; }
callback(null,t_10);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "</div></li>\n    ";
});
}
}
frame = frame.pop();
output += "\n  </ol>\n  ";
if(runtime.contextOrFrameLookup(context, frame, "may_sign")) {
output += "\n  <div class=\"buttons\">\n    <button class=\"button\" type=\"submit\" name=\"do\" value=\"add-signature\" hx-post=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/meetings/new\" hx-target=\"#signatures\" hx-select=\"#signatures\" hx-swap=\"outerHTML\">Add signature</button>\n  </div>\n  ";
;
}
output += "\n</section>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_storage.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
if(runtime.contextOrFrameLookup(context, frame, "storage")) {
output += "\n<div class=\"storage";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "storage")),"is_filling")) {
output += " storage-filling";
;
}
output += "\">\n  <label for=\"storage\">Room on this tablet</label>\n  <meter id=\"storage\" min=\"0\" max=\"100\" high=\"80\" optimum=\"0\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "storage")),"percent"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "storage")),"percent"), env.opts.autoescape);
output += " %</meter>\n  <p class=\"hint\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "storage")),"used"), env.opts.autoescape);
output += " of ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "storage")),"room"), env.opts.autoescape);
output += " used (";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "storage")),"percent"), env.opts.autoescape);
output += " %)</p>\n</div>\n";
;
}
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_storage_warning.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
if(runtime.contextOrFrameLookup(context, frame, "storage") && runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "storage")),"is_filling")) {
output += "\n<div class=\"message message-care\" role=\"alert\">\n  <p><strong>This tablet is ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "storage")),"percent"), env.opts.autoescape);
output += " % full.</strong> Sync, then delete photos, films or apps you do not need, or notes may soon not fit.</p>\n</div>\n";
;
}
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_sync.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "status")),"is_syncing")) {
output += "<span class=\"sync-busy\">Syncing…</span>";
;
}
else {
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "status")),"need") == "sign-in") {
output += "<a href=\"/sign-in?next=/tablet/\">Sign in to sync</a>";
;
}
else {
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "status")),"waiting")) {
output += "<span class=\"sync-waiting\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "status")),"waiting"), env.opts.autoescape);
output += " waiting</span>";
;
}
else {
output += "<span class=\"sync-done\">All synced</span>";
;
}
;
}
;
}
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "status")),"is_offline") && !runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "status")),"is_syncing")) {
output += " <span class=\"sync-offline\">Offline</span>";
;
}
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_waiting_safely.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
if(runtime.contextOrFrameLookup(context, frame, "waiting")) {
output += "<p class=\"message\">";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "waiting"), env.opts.autoescape);
output += " ";
if(runtime.contextOrFrameLookup(context, frame, "waiting") == 1) {
output += "note waits";
;
}
else {
output += "notes wait";
;
}
output += " on this tablet. They are sent as soon as the network is back, also while it is locked.</p>";
;
}
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/_ways.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<div class=\"observe\">\n  <div class=\"buttons\">\n    <a class=\"button button-primary\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/observations/new\">New observation</a>\n  </div>\n  <ul class=\"ways\" aria-label=\"Kinds of observation\">\n    ";
frame = frame.push();
var t_3 = runtime.contextOrFrameLookup(context, frame, "ways");
if(t_3) {t_3 = runtime.fromIterator(t_3);
var t_2 = t_3.length;
for(var t_1=0; t_1 < t_3.length; t_1++) {
var t_4 = t_3[t_1];
frame.set("way", t_4);
frame.set("loop.index", t_1 + 1);
frame.set("loop.index0", t_1);
frame.set("loop.revindex", t_2 - t_1);
frame.set("loop.revindex0", t_2 - t_1 - 1);
frame.set("loop.first", t_1 === 0);
frame.set("loop.last", t_1 === t_2 - 1);
frame.set("loop.length", t_2);
output += "<li><a class=\"button\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/observations/new?instrument=";
output += runtime.suppressValue(runtime.memberLookup((t_4),"value"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((t_4),"text"), env.opts.autoescape);
output += "</a></li>";
;
}
}
frame = frame.pop();
output += "\n  </ul>\n  <div class=\"buttons\">\n    ";
if(runtime.contextOrFrameLookup(context, frame, "repeat_of")) {
output += "<a class=\"button\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/observations/new?repeat=last\">Repeat last: ";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "repeat_of"), env.opts.autoescape);
output += "</a>";
;
}
output += "\n    <a class=\"button\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/meetings/new\">New parent meeting</a>\n  </div>\n</div>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/broken.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/broken.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<h1 tabindex=\"-1\">Something went wrong on this tablet</h1>\n";
if(runtime.contextOrFrameLookup(context, frame, "is_full")) {
output += "\n<p class=\"lead\">It is full. What you saved before is safe. Delete photos, films or apps you do not need, then try again.</p>\n";
;
}
else {
output += "\n<p class=\"lead\">The tablet's store did not answer. What you saved before is safe. Close other Jotter pages, then try again.</p>\n";
;
}
output += "\n<p class=\"buttons\"><a class=\"button button-primary\" href=\"/tablet/\">Try again</a></p>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/charts.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/charts.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_chart.html", false, "tablet/charts.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
if(Object.prototype.hasOwnProperty.call(t_4, "chart")) {
var t_7 = t_4.chart;
} else {
cb(new Error("cannot import 'chart'")); return;
}
context.setVariable("chart", t_7);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
output += t_8;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 2;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"family_name"), env.opts.autoescape);
output += "</h1>\n    <p><a href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "\">Back to the pupil</a></p>\n  </div>\n</div>\n<section class=\"region\" id=\"charts\" aria-labelledby=\"charts-title\">\n  <div class=\"region-head\">\n    <h2 id=\"charts-title\">Charts</h2>\n    <p class=\"quiet\">";
output += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "charts")),"first")), env.opts.autoescape);
output += " to ";
output += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "charts")),"last")), env.opts.autoescape);
output += ", ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "charts")),"total"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "charts")),"total") == 1?"observation":"observations"), env.opts.autoescape);
output += "</p>\n  </div>\n  <nav class=\"switch chart-periods\" aria-label=\"Period of the charts\">\n    ";
frame = frame.push();
var t_12 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "charts")),"periods");
if(t_12) {t_12 = runtime.fromIterator(t_12);
var t_11 = t_12.length;
for(var t_10=0; t_10 < t_12.length; t_10++) {
var t_13 = t_12[t_10];
frame.set("period", t_13);
frame.set("loop.index", t_10 + 1);
frame.set("loop.index0", t_10);
frame.set("loop.revindex", t_11 - t_10);
frame.set("loop.revindex0", t_11 - t_10 - 1);
frame.set("loop.first", t_10 === 0);
frame.set("loop.last", t_10 === t_11 - 1);
frame.set("loop.length", t_11);
output += "<a href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/charts?period=";
output += runtime.suppressValue(runtime.memberLookup((t_13),"key"), env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((t_13),"is_chosen")) {
output += " aria-current=\"true\"";
;
}
output += ">";
output += runtime.suppressValue(runtime.memberLookup((t_13),"name"), env.opts.autoescape);
output += "</a>";
;
}
}
frame = frame.pop();
output += "\n  </nav>\n  ";
if(env.getFilter("length").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "charts")),"groups"))) {
output += "\n  <div class=\"charts\">\n    ";
frame = frame.push();
var t_16 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "charts")),"groups");
if(t_16) {t_16 = runtime.fromIterator(t_16);
var t_15 = t_16.length;
for(var t_14=0; t_14 < t_16.length; t_14++) {
var t_17 = t_16[t_14];
frame.set("group", t_17);
frame.set("loop.index", t_14 + 1);
frame.set("loop.index0", t_14);
frame.set("loop.revindex", t_15 - t_14);
frame.set("loop.revindex0", t_15 - t_14 - 1);
frame.set("loop.first", t_14 === 0);
frame.set("loop.last", t_14 === t_15 - 1);
frame.set("loop.length", t_15);
output += "\n    <section class=\"chart-group\" aria-labelledby=\"charts-";
output += runtime.suppressValue(runtime.memberLookup((t_17),"instrument"), env.opts.autoescape);
output += "\">\n      <h3 id=\"charts-";
output += runtime.suppressValue(runtime.memberLookup((t_17),"instrument"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((t_17),"name"), env.opts.autoescape);
output += "</h3>\n      <div class=\"chart-list\">";
frame = frame.push();
var t_20 = runtime.memberLookup((t_17),"charts");
if(t_20) {t_20 = runtime.fromIterator(t_20);
var t_19 = t_20.length;
for(var t_18=0; t_18 < t_20.length; t_18++) {
var t_21 = t_20[t_18];
frame.set("each", t_21);
frame.set("loop.index", t_18 + 1);
frame.set("loop.index0", t_18);
frame.set("loop.revindex", t_19 - t_18);
frame.set("loop.revindex0", t_19 - t_18 - 1);
frame.set("loop.first", t_18 === 0);
frame.set("loop.last", t_18 === t_19 - 1);
frame.set("loop.length", t_19);
output += runtime.suppressValue((lineno = 22, colno = 68, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "chart"), "chart", context, [t_21])), env.opts.autoescape);
;
}
}
frame = frame.pop();
output += "</div>\n    </section>\n    ";
;
}
}
frame = frame.pop();
output += "\n  </div>\n  ";
;
}
else {
output += "\n  <p class=\"empty empty-small\">No observations in this time. Charts are drawn once there is something to count.</p>\n  ";
;
}
output += "\n</section>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/correct.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/correct.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/correct.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("field", t_4);
output += "\n";
env.getTemplate("shared/_summary.html", false, "tablet/correct.html", false, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
t_7.getExported(function(t_9,t_7) {
if(t_9) { cb(t_9); return; }
if(Object.prototype.hasOwnProperty.call(t_7, "summary")) {
var t_10 = t_7.summary;
} else {
cb(new Error("cannot import 'summary'")); return;
}
context.setVariable("summary", t_10);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
output += t_11;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 3;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">Correct your note</h1>\n    ";
if(runtime.contextOrFrameLookup(context, frame, "pupil")) {
output += "<p><a href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"family_name"), env.opts.autoescape);
output += "</a></p>";
;
}
output += "\n  </div>\n</div>\n";
output += runtime.suppressValue((lineno = 10, colno = 22, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"error_summary"), "field[\"error_summary\"]", context, [runtime.contextOrFrameLookup(context, frame, "errors")])), env.opts.autoescape);
output += "\n<form class=\"form\" method=\"post\" action=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/notes/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"entry_id"), env.opts.autoescape);
output += "/correct\" novalidate autocomplete=\"off\" data-draft=\"correction\" data-pupil=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"entry_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"entry_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"base_version\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"base_version"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"after_revision\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"after_revision"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"when_at\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"when_at"), env.opts.autoescape);
output += "\">\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "body")),"instrument") != "narrative") {
output += "<p class=\"note-summary\"><span class=\"tag\">";
output += runtime.suppressValue(env.getFilter("kind_name").call(context, runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "body")),"instrument")), env.opts.autoescape);
output += "</span> ";
output += runtime.suppressValue((lineno = 16, colno = 134, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "summary"), "summary", context, [runtime.contextOrFrameLookup(context, frame, "body")])), env.opts.autoescape);
output += "</p>\n  <p class=\"hint\">What was measured stays as it is. Say in words what was wrong with it.</p>";
;
}
output += "\n  ";
output += runtime.suppressValue((lineno = 18, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"area"), "field[\"area\"]", context, ["text","What did you see?",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"text"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"text") || "","rows": 7})])), env.opts.autoescape);
output += "\n  <div class=\"field-pair\">\n    ";
output += runtime.suppressValue((lineno = 20, colno = 17, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["when","When",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"when"),"type": "datetime-local","hint": runtime.contextOrFrameLookup(context, frame, "when_hint"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"when") || ""})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 21, colno = 17, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["setting","Setting",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"setting"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"setting") || "","suggestions": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "lists")),"settings")})])), env.opts.autoescape);
output += "\n  </div>\n  ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "outcome_options"))) {
output += runtime.suppressValue((lineno = 23, colno = 54, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"checkboxes"), "field[\"checkboxes\"]", context, ["outcomes","Outcomes",runtime.contextOrFrameLookup(context, frame, "outcome_options"),runtime.makeKeywordArgs({"chosen": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"outcomes"),"hint": "Tick those it is evidence for, if any."})])), env.opts.autoescape);
;
}
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_form_end.html", false, "tablet/correct.html", false, function(t_14,t_13) {
if(t_14) { cb(t_14); return; }
callback(null,t_13);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_16,t_15) {
if(t_16) { cb(t_16); return; }
callback(null,t_15);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
if(runtime.contextOrFrameLookup(context, frame, "can_save")) {
output += "<p class=\"hint\">The record keeps what you wrote before, too.</p>\n  <div class=\"buttons form-buttons save-bar\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_saved.html", false, "tablet/correct.html", false, function(t_18,t_17) {
if(t_18) { cb(t_18); return; }
callback(null,t_17);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_20,t_19) {
if(t_20) { cb(t_20); return; }
callback(null,t_19);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n    <button class=\"button button-primary\" type=\"submit\">Save observation</button>\n  </div>";
});
}
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_safeguarding.html", false, "tablet/correct.html", false, function(t_22,t_21) {
if(t_22) { cb(t_22); return; }
callback(null,t_21);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_24,t_23) {
if(t_24) { cb(t_24); return; }
callback(null,t_23);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</form>\n";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_discard.html", false, "tablet/correct.html", false, function(t_26,t_25) {
if(t_26) { cb(t_26); return; }
callback(null,t_25);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_28,t_27) {
if(t_28) { cb(t_28); return; }
callback(null,t_27);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n";
cb(null, output);
})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/forgotten.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/forgotten.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/forgotten.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("field", t_4);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
output += t_7;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 2;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"lock-sheet\"";
if(runtime.contextOrFrameLookup(context, frame, "must_sign_in")) {
output += " data-signed-out";
;
}
output += ">\n  <h1 tabindex=\"-1\">Forgotten passcode</h1>\n  <p class=\"lead\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"name"), env.opts.autoescape);
output += ", the school's record can open your jotter for you, and you choose a new passcode. Nothing you wrote is lost.</p>\n  <p>It needs the network, and your school's own sign-in. The school keeps a note that it was done.</p>\n  ";
output += runtime.suppressValue((lineno = 7, colno = 24, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"error_summary"), "field[\"error_summary\"]", context, [runtime.contextOrFrameLookup(context, frame, "errors")])), env.opts.autoescape);
output += "\n  ";
if(runtime.contextOrFrameLookup(context, frame, "must_sign_in")) {
output += "\n  <p class=\"buttons\"><a class=\"button button-primary button-wide button-large\" href=\"/sign-in?next=/tablet/forgotten\">Sign in</a></p>\n  ";
;
}
else {
output += "\n  <form class=\"form\" method=\"post\" action=\"/tablet/forgotten\" novalidate data-once data-secret>\n    ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_new_passcode.html", false, "tablet/forgotten.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n    <p class=\"message message-wrong\" role=\"alert\" data-form-message hidden></p>\n    <button class=\"button button-primary button-wide button-large\" type=\"submit\">Open my jotter</button>\n  </form>\n  ";
});
}
output += "\n  <p class=\"lock-ways\"><a href=\"/tablet/\">Back</a> <a href=\"/tablet/people\">Someone else</a></p>\n</div>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/instruments/_abc.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/instruments/_abc.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/instruments/_abc.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("part", t_4);
output += "\n";
output += runtime.suppressValue((lineno = 3, colno = 12, runtime.callWrap(runtime.memberLookup((t_4),"help"), "part[\"help\"]", context, ["abc","How to use ABC","Choose what came just before, what the pupil did, and what came of it. Over weeks it shows what sets a behaviour off and what keeps it going.","For example: asked to stop a game → shouted → sent to the quiet corner.",runtime.contextOrFrameLookup(context, frame, "is_help_open")])), env.opts.autoescape);
output += "\n";
frame = frame.push();
var t_9 = runtime.contextOrFrameLookup(context, frame, "parts");
if(t_9) {t_9 = runtime.fromIterator(t_9);
var t_8 = t_9.length;
for(var t_7=0; t_7 < t_9.length; t_7++) {
var t_10 = t_9[t_7];
frame.set("one", t_10);
frame.set("loop.index", t_7 + 1);
frame.set("loop.index0", t_7);
frame.set("loop.revindex", t_8 - t_7);
frame.set("loop.revindex0", t_8 - t_7 - 1);
frame.set("loop.first", t_7 === 0);
frame.set("loop.last", t_7 === t_8 - 1);
frame.set("loop.length", t_8);
output += "<fieldset class=\"field abc-part";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),runtime.memberLookup((t_10),"name"))) {
output += " field-wrong";
;
}
output += "\" id=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "\"";
output += runtime.suppressValue((lineno = 5, colno = 111, runtime.callWrap(runtime.memberLookup((t_4),"mark"), "part[\"mark\"]", context, [runtime.memberLookup((t_10),"name"),"",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),runtime.memberLookup((t_10),"name")) || ""])), env.opts.autoescape);
output += ">\n  <legend>";
output += runtime.suppressValue(runtime.memberLookup((t_10),"label"), env.opts.autoescape);
output += "</legend>\n  ";
output += runtime.suppressValue((lineno = 7, colno = 16, runtime.callWrap(runtime.memberLookup((t_4),"around"), "part[\"around\"]", context, [runtime.memberLookup((t_10),"name"),"",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),runtime.memberLookup((t_10),"name")) || ""])), env.opts.autoescape);
output += "\n  ";
if(env.getFilter("length").call(context, runtime.memberLookup((t_10),"options"))) {
output += "\n  <div class=\"chips\">\n    ";
frame = frame.push();
var t_13 = runtime.memberLookup((t_10),"options");
if(t_13) {t_13 = runtime.fromIterator(t_13);
var t_12 = t_13.length;
for(var t_11=0; t_11 < t_13.length; t_11++) {
var t_14 = t_13[t_11];
frame.set("words", t_14);
frame.set("loop.index", t_11 + 1);
frame.set("loop.index0", t_11);
frame.set("loop.revindex", t_12 - t_11);
frame.set("loop.revindex0", t_12 - t_11 - 1);
frame.set("loop.first", t_11 === 0);
frame.set("loop.last", t_11 === t_12 - 1);
frame.set("loop.length", t_12);
output += "<span class=\"chip-choice\"><input type=\"checkbox\" id=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\" name=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "\" value=\"";
output += runtime.suppressValue(t_14, env.opts.autoescape);
output += "\"";
if(runtime.inOperator(t_14,runtime.memberLookup((t_10),"chosen"))) {
output += " checked";
;
}
output += "><label for=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "-";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(t_14, env.opts.autoescape);
output += "</label></span>\n    ";
;
}
}
frame = frame.pop();
output += "\n  </div>\n  ";
;
}
output += "\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),runtime.memberLookup((t_10),"name") + "" + "_text")) {
output += "<p class=\"error-message\" id=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "_text-error\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),runtime.memberLookup((t_10),"name") + "" + "_text"), env.opts.autoescape);
output += "</p>";
;
}
output += "\n  <input class=\"input\" id=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "_text\" name=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "_text\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"text"), env.opts.autoescape);
output += "\" aria-label=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"label"), env.opts.autoescape);
output += ", in your own words\" placeholder=\"In your own words\"";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),runtime.memberLookup((t_10),"name") + "" + "_text")) {
output += " aria-invalid=\"true\" aria-describedby=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "_text-error\"";
;
}
output += ">\n</fieldset>\n";
;
}
}
frame = frame.pop();
output += "\n";
output += runtime.suppressValue((lineno = 19, colno = 13, runtime.callWrap(runtime.memberLookup((t_4),"steps"), "part[\"steps\"]", context, ["intensity","Intensity",[{"value": "1","text": "1 Slight"},{"value": "2","text": "2"},{"value": "3","text": "3"},{"value": "4","text": "4"},{"value": "5","text": "5 Extreme"}],runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"intensity"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"intensity") || ""})])), env.opts.autoescape);
output += "\n<fieldset class=\"field\">\n  <legend>How long it lasted</legend>\n  <div class=\"field-row\">\n    ";
output += runtime.suppressValue((lineno = 23, colno = 18, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["lasted_minutes","Minutes",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"lasted_minutes"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"lasted_minutes") || ""})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 24, colno = 18, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["lasted_seconds","Seconds",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"lasted_seconds"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"lasted_seconds") || ""})])), env.opts.autoescape);
output += "\n  </div>\n</fieldset>\n";
output += runtime.suppressValue((lineno = 27, colno = 13, runtime.callWrap(runtime.memberLookup((t_1),"text"), "field[\"text\"]", context, ["people_present","Who was there",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"people_present"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"people_present") || ""})])), env.opts.autoescape);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_duration.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/instruments/_duration.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/instruments/_duration.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("part", t_4);
output += "\n";
output += runtime.suppressValue((lineno = 3, colno = 12, runtime.callWrap(runtime.memberLookup((t_4),"help"), "part[\"help\"]", context, ["duration","How to time","Tap Start when it begins and Stop when it ends, as often as it happens. If you asked for something, tap “Instruction given” first: then the time until it begins is kept too.","For example: “On task” after the instruction: began after 12 seconds, three spells, 4 minutes in all.",runtime.contextOrFrameLookup(context, frame, "is_help_open")])), env.opts.autoescape);
output += "\n";
output += runtime.suppressValue((lineno = 4, colno = 20, runtime.callWrap(runtime.memberLookup((t_4),"chosen_words"), "part[\"chosen_words\"]", context, ["behaviour","Behaviour",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "lists")),"behaviours"),runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"behaviour"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"behaviour") || ""})])), env.opts.autoescape);
output += "\n<jotter-stopwatch class=\"stopwatch instrument";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"spells")) {
output += " field-wrong";
;
}
output += "\" id=\"spells\">\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"spells")) {
output += "<p class=\"error-message\" role=\"alert\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"spells"), env.opts.autoescape);
output += "</p>";
;
}
output += "\n  <input type=\"hidden\" name=\"spells\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"spells"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"instructed_at\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"instructed_at"), env.opts.autoescape);
output += "\">\n  <p class=\"face face-large\" role=\"timer\" aria-label=\"This spell\" data-face>0:00.0</p>\n  <button class=\"button button-primary big-button\" type=\"button\" data-press>Start</button>\n  <p class=\"quiet\" data-total></p>\n  <div class=\"buttons instrument-buttons\">\n    <button class=\"button\" type=\"button\" data-instruct>Instruction given</button>\n    <button class=\"button\" type=\"button\" data-undo disabled>Undo</button>\n  </div>\n  <p class=\"visually-hidden\" aria-live=\"polite\" data-said></p>\n</jotter-stopwatch>\n<details class=\"by-hand\"";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"typed_start") || runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"typed_stop")) {
output += " open";
;
}
output += ">\n  <summary>Timed it by the clock?</summary>\n  <div class=\"field-pair\">\n    ";
output += runtime.suppressValue((lineno = 21, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"text"), "field[\"text\"]", context, ["typed_start","Began at",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"typed_start"),"type": "time","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"typed_start") || ""})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 22, colno = 17, runtime.callWrap(runtime.memberLookup((t_1),"text"), "field[\"text\"]", context, ["typed_stop","Ended at",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"typed_stop"),"type": "time","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"typed_stop") || ""})])), env.opts.autoescape);
output += "\n  </div>\n</details>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_frequency.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/instruments/_frequency.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("part", t_1);
output += "\n";
output += runtime.suppressValue((lineno = 2, colno = 12, runtime.callWrap(runtime.memberLookup((t_1),"help"), "part[\"help\"]", context, ["frequency","How to count","Tap +1 each time it happens. The watch has been running since you opened this page, so that a rate per hour can be told; “Stop watching” ends it. If you go on later, the time between is not counted.","For example: “Calls out”, 7 times while you watched for 20 minutes.",runtime.contextOrFrameLookup(context, frame, "is_help_open")])), env.opts.autoescape);
output += "\n";
output += runtime.suppressValue((lineno = 3, colno = 20, runtime.callWrap(runtime.memberLookup((t_1),"chosen_words"), "part[\"chosen_words\"]", context, ["behaviour","Behaviour",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "lists")),"behaviours"),runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"behaviour"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"behaviour") || ""})])), env.opts.autoescape);
output += "\n<jotter-tally class=\"tally instrument\">\n  <input type=\"hidden\" name=\"taps\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"taps"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"count_began\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"count_began"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"count_ended\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"count_ended"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"count_gap\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"count_gap"), env.opts.autoescape);
output += "\">\n  <div class=\"field";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"count")) {
output += " field-wrong";
;
}
output += "\">\n    <label for=\"count\">Count</label>\n    ";
output += runtime.suppressValue((lineno = 11, colno = 18, runtime.callWrap(runtime.memberLookup((t_1),"around"), "part[\"around\"]", context, ["count","",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"count") || ""])), env.opts.autoescape);
output += "\n    <input class=\"input tally-count\" id=\"count\" name=\"count\" type=\"text\" inputmode=\"numeric\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"count"), env.opts.autoescape);
output += "\"";
output += runtime.suppressValue((lineno = 12, colno = 131, runtime.callWrap(runtime.memberLookup((t_1),"mark"), "part[\"mark\"]", context, ["count","",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"count") || ""])), env.opts.autoescape);
output += ">\n  </div>\n  <button class=\"button button-primary big-button\" type=\"button\" data-tap>+1</button>\n  ";
if(runtime.contextOrFrameLookup(context, frame, "is_watch_ended")) {
output += "<p class=\"hint\">This draft was left for a while, so the watch has ended ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"taps")) {
output += "with your last tap";
;
}
else {
output += "when the draft was last kept";
;
}
output += ". If you watched for longer, give the minutes below.</p>";
;
}
output += "\n  <p class=\"tally-watch quiet\"><span data-watch-said>Watching for</span> <span class=\"face\" role=\"timer\" data-face>0:00</span></p>\n  <div class=\"buttons instrument-buttons\">\n    <button class=\"button\" type=\"button\" data-undo disabled>Undo last tap</button>\n    <button class=\"button\" type=\"button\" data-stop>Stop watching</button>\n  </div>\n  <p class=\"visually-hidden\" aria-live=\"polite\" data-said></p>\n</jotter-tally>\n";
output += runtime.suppressValue((lineno = 23, colno = 14, runtime.callWrap(runtime.memberLookup((t_1),"number"), "part[\"number\"]", context, ["watched_minutes","Minutes watched",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"watched_minutes"),"hint": "Only if the watch above is not right.","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"watched_minutes") || ""})])), env.opts.autoescape);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_narrative.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/instruments/_narrative.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("part", t_1);
output += "\n";
output += runtime.suppressValue((lineno = 2, colno = 12, runtime.callWrap(runtime.memberLookup((t_1),"help"), "part[\"help\"]", context, ["narrative","How to write a note","Write what you saw and heard, as if you had filmed it: what happened, what was said, what came of it.","For example: “Asked Ben for the glue in a whole sentence, waited, and said thank you.”",runtime.contextOrFrameLookup(context, frame, "is_help_open")])), env.opts.autoescape);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_parts.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n\n";
var macro_t_1 = runtime.makeMacro(
["name", "hint", "error"], 
[], 
function (l_name, l_hint, l_error, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("hint", l_hint);
frame.set("error", l_error);
var t_2 = "";if(l_hint || l_error) {
t_2 += " aria-describedby=\"";
if(l_hint) {
t_2 += runtime.suppressValue(l_name, env.opts.autoescape);
t_2 += "-hint";
;
}
if(l_hint && l_error) {
t_2 += " ";
;
}
if(l_error) {
t_2 += runtime.suppressValue(l_name, env.opts.autoescape);
t_2 += "-error";
;
}
t_2 += "\"";
;
}
if(l_error) {
t_2 += " aria-invalid=\"true\"";
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_2);
});
context.addExport("mark");
context.setVariable("mark", macro_t_1);
output += "\n\n";
var macro_t_3 = runtime.makeMacro(
["name", "hint", "error"], 
[], 
function (l_name, l_hint, l_error, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("hint", l_hint);
frame.set("error", l_error);
var t_4 = "";if(l_hint) {
t_4 += "<p class=\"hint\" id=\"";
t_4 += runtime.suppressValue(l_name, env.opts.autoescape);
t_4 += "-hint\">";
t_4 += runtime.suppressValue(l_hint, env.opts.autoescape);
t_4 += "</p>";
;
}
t_4 += "\n";
if(l_error) {
t_4 += "<p class=\"error-message\" id=\"";
t_4 += runtime.suppressValue(l_name, env.opts.autoescape);
t_4 += "-error\">";
t_4 += runtime.suppressValue(l_error, env.opts.autoescape);
t_4 += "</p>";
;
}
;
frame = callerFrame;
return new runtime.SafeString(t_4);
});
context.addExport("around");
context.setVariable("around", macro_t_3);
output += "\n\n";
output += "\n";
var macro_t_5 = runtime.makeMacro(
["name", "label"], 
["value", "hint", "error"], 
function (l_name, l_label, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("label", l_label);
frame.set("value", Object.prototype.hasOwnProperty.call(kwargs, "value") ? kwargs["value"] : "");frame.set("hint", Object.prototype.hasOwnProperty.call(kwargs, "hint") ? kwargs["hint"] : "");frame.set("error", Object.prototype.hasOwnProperty.call(kwargs, "error") ? kwargs["error"] : "");var t_6 = "";t_6 += "\n<div class=\"field field-number";
if(runtime.contextOrFrameLookup(context, frame, "error")) {
t_6 += " field-wrong";
;
}
t_6 += "\">\n  <label for=\"";
t_6 += runtime.suppressValue(l_name, env.opts.autoescape);
t_6 += "\">";
t_6 += runtime.suppressValue(l_label, env.opts.autoescape);
t_6 += "</label>\n  ";
t_6 += runtime.suppressValue((lineno = 15, colno = 11, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "around"), "around", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_6 += "\n  <input class=\"input\" id=\"";
t_6 += runtime.suppressValue(l_name, env.opts.autoescape);
t_6 += "\" name=\"";
t_6 += runtime.suppressValue(l_name, env.opts.autoescape);
t_6 += "\" type=\"text\" inputmode=\"numeric\" value=\"";
t_6 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "value"), env.opts.autoescape);
t_6 += "\"";
t_6 += runtime.suppressValue((lineno = 16, colno = 115, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "mark"), "mark", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_6 += ">\n</div>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_6);
});
context.addExport("number");
context.setVariable("number", macro_t_5);
output += "\n\n";
output += "\n";
var macro_t_7 = runtime.makeMacro(
["name", "label", "offered"], 
["value", "error"], 
function (l_name, l_label, l_offered, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("label", l_label);
frame.set("offered", l_offered);
frame.set("value", Object.prototype.hasOwnProperty.call(kwargs, "value") ? kwargs["value"] : "");frame.set("error", Object.prototype.hasOwnProperty.call(kwargs, "error") ? kwargs["error"] : "");var t_8 = "";t_8 += "\n<div class=\"field";
if(runtime.contextOrFrameLookup(context, frame, "error")) {
t_8 += " field-wrong";
;
}
t_8 += "\">\n  <label for=\"";
t_8 += runtime.suppressValue(l_name, env.opts.autoescape);
t_8 += "\">";
t_8 += runtime.suppressValue(l_label, env.opts.autoescape);
t_8 += "</label>\n  ";
t_8 += runtime.suppressValue((lineno = 24, colno = 11, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "around"), "around", context, [l_name,"",runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_8 += "\n  <input class=\"input\" id=\"";
t_8 += runtime.suppressValue(l_name, env.opts.autoescape);
t_8 += "\" name=\"";
t_8 += runtime.suppressValue(l_name, env.opts.autoescape);
t_8 += "\" value=\"";
t_8 += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "value"), env.opts.autoescape);
t_8 += "\"";
t_8 += runtime.suppressValue((lineno = 25, colno = 83, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "mark"), "mark", context, [l_name,"",runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_8 += ">\n  ";
if(env.getFilter("length").call(context, l_offered)) {
t_8 += "\n  <div class=\"chips chips-row\" role=\"group\" aria-label=\"";
t_8 += runtime.suppressValue(l_label, env.opts.autoescape);
t_8 += ": choose\">\n    ";
frame = frame.push();
var t_11 = l_offered;
if(t_11) {t_11 = runtime.fromIterator(t_11);
var t_10 = t_11.length;
for(var t_9=0; t_9 < t_11.length; t_9++) {
var t_12 = t_11[t_9];
frame.set("words", t_12);
frame.set("loop.index", t_9 + 1);
frame.set("loop.index0", t_9);
frame.set("loop.revindex", t_10 - t_9);
frame.set("loop.revindex0", t_10 - t_9 - 1);
frame.set("loop.first", t_9 === 0);
frame.set("loop.last", t_9 === t_10 - 1);
frame.set("loop.length", t_10);
t_8 += "<button class=\"chip\" type=\"button\" data-fills=\"";
t_8 += runtime.suppressValue(l_name, env.opts.autoescape);
t_8 += "\">";
t_8 += runtime.suppressValue(t_12, env.opts.autoescape);
t_8 += "</button>";
;
}
}
frame = frame.pop();
t_8 += "\n  </div>\n  ";
;
}
t_8 += "\n</div>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_8);
});
context.addExport("chosen_words");
context.setVariable("chosen_words", macro_t_7);
output += "\n\n";
output += "\n";
var macro_t_13 = runtime.makeMacro(
["name", "label", "options"], 
["value", "hint", "error"], 
function (l_name, l_label, l_options, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("label", l_label);
frame.set("options", l_options);
frame.set("value", Object.prototype.hasOwnProperty.call(kwargs, "value") ? kwargs["value"] : "");frame.set("hint", Object.prototype.hasOwnProperty.call(kwargs, "hint") ? kwargs["hint"] : "");frame.set("error", Object.prototype.hasOwnProperty.call(kwargs, "error") ? kwargs["error"] : "");var t_14 = "";t_14 += "\n<fieldset class=\"field steps";
if(runtime.contextOrFrameLookup(context, frame, "error")) {
t_14 += " field-wrong";
;
}
t_14 += "\" id=\"";
t_14 += runtime.suppressValue(l_name, env.opts.autoescape);
t_14 += "\"";
t_14 += runtime.suppressValue((lineno = 36, colno = 89, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "mark"), "mark", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_14 += ">\n  <legend>";
t_14 += runtime.suppressValue(l_label, env.opts.autoescape);
t_14 += "</legend>\n  ";
t_14 += runtime.suppressValue((lineno = 38, colno = 11, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "around"), "around", context, [l_name,runtime.contextOrFrameLookup(context, frame, "hint"),runtime.contextOrFrameLookup(context, frame, "error")])), env.opts.autoescape);
t_14 += "\n  <div class=\"chips\">\n    ";
frame = frame.push();
var t_17 = l_options;
if(t_17) {t_17 = runtime.fromIterator(t_17);
var t_16 = t_17.length;
for(var t_15=0; t_15 < t_17.length; t_15++) {
var t_18 = t_17[t_15];
frame.set("option", t_18);
frame.set("loop.index", t_15 + 1);
frame.set("loop.index0", t_15);
frame.set("loop.revindex", t_16 - t_15);
frame.set("loop.revindex0", t_16 - t_15 - 1);
frame.set("loop.first", t_15 === 0);
frame.set("loop.last", t_15 === t_16 - 1);
frame.set("loop.length", t_16);
t_14 += "<span class=\"chip-choice\"><input type=\"radio\" id=\"";
t_14 += runtime.suppressValue(l_name, env.opts.autoescape);
t_14 += "-";
t_14 += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
t_14 += "\" name=\"";
t_14 += runtime.suppressValue(l_name, env.opts.autoescape);
t_14 += "\" value=\"";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"value"), env.opts.autoescape);
t_14 += "\"";
if(runtime.memberLookup((t_18),"value") == runtime.contextOrFrameLookup(context, frame, "value")) {
t_14 += " checked";
;
}
t_14 += "><label for=\"";
t_14 += runtime.suppressValue(l_name, env.opts.autoescape);
t_14 += "-";
t_14 += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "loop")),"index"), env.opts.autoescape);
t_14 += "\">";
t_14 += runtime.suppressValue(runtime.memberLookup((t_18),"text"), env.opts.autoescape);
t_14 += "</label></span>\n    ";
;
}
}
frame = frame.pop();
t_14 += "\n  </div>\n</fieldset>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_14);
});
context.addExport("steps");
context.setVariable("steps", macro_t_13);
output += "\n\n";
output += "\n";
var macro_t_19 = runtime.makeMacro(
["name", "title", "text", "example", "is_open"], 
[], 
function (l_name, l_title, l_text, l_example, l_is_open, kwargs) {
var callerFrame = frame;
frame = new runtime.Frame();
kwargs = kwargs || {};
if (Object.prototype.hasOwnProperty.call(kwargs, "caller")) {
frame.set("caller", kwargs.caller); }
frame.set("name", l_name);
frame.set("title", l_title);
frame.set("text", l_text);
frame.set("example", l_example);
frame.set("is_open", l_is_open);
var t_20 = "";t_20 += "\n<details class=\"help\" data-help=\"";
t_20 += runtime.suppressValue(l_name, env.opts.autoescape);
t_20 += "\"";
if(l_is_open) {
t_20 += " open";
;
}
t_20 += ">\n  <summary>";
t_20 += runtime.suppressValue(l_title, env.opts.autoescape);
t_20 += "</summary>\n  <p>";
t_20 += runtime.suppressValue(l_text, env.opts.autoescape);
t_20 += "</p>\n  <p class=\"hint\">";
t_20 += runtime.suppressValue(l_example, env.opts.autoescape);
t_20 += "</p>\n</details>\n";
;
frame = callerFrame;
return new runtime.SafeString(t_20);
});
context.addExport("help");
context.setVariable("help", macro_t_19);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_sampling.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n<div class=\"sampling\">\n  <p class=\"sampling-where\" data-where>Not started</p>\n  <p class=\"face face-large\" role=\"timer\" aria-label=\"Left of this interval\" data-face>0:00</p>\n  <div class=\"buttons instrument-buttons\">\n    <button class=\"button button-primary big-button\" type=\"button\" data-press>Start</button>\n    <button class=\"button\" type=\"button\" data-undo disabled>Undo</button>\n  </div>\n  <div class=\"answers\" data-answers></div>\n  <ol class=\"strip\" aria-label=\"Intervals\" data-strip></ol>\n  <p data-blank hidden><button class=\"button\" type=\"button\" data-fill-no>All blank ones: no</button></p>\n  <p class=\"visually-hidden\" aria-live=\"polite\" data-said></p>\n</div>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_scale.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/instruments/_scale.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/instruments/_scale.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("part", t_4);
output += "\n";
output += runtime.suppressValue((lineno = 3, colno = 12, runtime.callWrap(runtime.memberLookup((t_4),"help"), "part[\"help\"]", context, ["scale","How to use a scale","Choose the scale, then the step that fits what you saw for most of the time, not the best moment.","For example: Leuven involvement 4: absorbed for most of the ten minutes, looked up twice.",runtime.contextOrFrameLookup(context, frame, "is_help_open")])), env.opts.autoescape);
output += "\n<div class=\"field";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"scale")) {
output += " field-wrong";
;
}
output += "\">\n  <label for=\"scale\">Scale</label>\n  ";
output += runtime.suppressValue((lineno = 6, colno = 16, runtime.callWrap(runtime.memberLookup((t_4),"around"), "part[\"around\"]", context, ["scale","",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"scale") || ""])), env.opts.autoescape);
output += "\n  <select class=\"input\" id=\"scale\" name=\"scale\"";
output += runtime.suppressValue((lineno = 7, colno = 59, runtime.callWrap(runtime.memberLookup((t_4),"mark"), "part[\"mark\"]", context, ["scale","",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"scale") || ""])), env.opts.autoescape);
output += " hx-post=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/observations/kind\" hx-trigger=\"change\" hx-target=\"#scale-steps\" hx-select=\"#scale-steps\" hx-swap=\"outerHTML\" hx-sync=\"this:replace\">\n    ";
frame = frame.push();
var t_9 = runtime.contextOrFrameLookup(context, frame, "scales");
if(t_9) {t_9 = runtime.fromIterator(t_9);
var t_8 = t_9.length;
for(var t_7=0; t_7 < t_9.length; t_7++) {
var t_10 = t_9[t_7];
frame.set("option", t_10);
frame.set("loop.index", t_7 + 1);
frame.set("loop.index0", t_7);
frame.set("loop.revindex", t_8 - t_7);
frame.set("loop.revindex0", t_8 - t_7 - 1);
frame.set("loop.first", t_7 === 0);
frame.set("loop.last", t_7 === t_8 - 1);
frame.set("loop.length", t_8);
output += "<option value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"value"), env.opts.autoescape);
output += "\"";
if(runtime.memberLookup((t_10),"value") == runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"scale")) {
output += " selected";
;
}
output += ">";
output += runtime.suppressValue(runtime.memberLookup((t_10),"text"), env.opts.autoescape);
output += "</option>\n    ";
;
}
}
frame = frame.pop();
output += "\n  </select>\n</div>\n<div class=\"scale-steps\" id=\"scale-steps\">\n  <input type=\"hidden\" name=\"score_of\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"scale"), env.opts.autoescape);
output += "\">\n  ";
if(runtime.contextOrFrameLookup(context, frame, "is_engagement")) {
output += "\n  ";
frame = frame.push();
var t_13 = runtime.contextOrFrameLookup(context, frame, "areas");
if(t_13) {t_13 = runtime.fromIterator(t_13);
var t_12 = t_13.length;
for(var t_11=0; t_11 < t_13.length; t_11++) {
var t_14 = t_13[t_11];
frame.set("area", t_14);
frame.set("loop.index", t_11 + 1);
frame.set("loop.index0", t_11);
frame.set("loop.revindex", t_12 - t_11);
frame.set("loop.revindex0", t_12 - t_11 - 1);
frame.set("loop.first", t_11 === 0);
frame.set("loop.last", t_11 === t_12 - 1);
frame.set("loop.length", t_12);
output += runtime.suppressValue((lineno = 16, colno = 38, runtime.callWrap(runtime.memberLookup((t_4),"steps"), "part[\"steps\"]", context, [runtime.memberLookup((t_14),"name"),runtime.memberLookup((t_14),"label"),runtime.contextOrFrameLookup(context, frame, "area_steps"),runtime.makeKeywordArgs({"value": runtime.memberLookup((t_14),"value"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),runtime.memberLookup((t_14),"name")) || ""})])), env.opts.autoescape);
;
}
}
frame = frame.pop();
output += "\n  ";
;
}
else {
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "steps"))) {
output += "\n  ";
output += runtime.suppressValue((lineno = 18, colno = 15, runtime.callWrap(runtime.memberLookup((t_4),"steps"), "part[\"steps\"]", context, ["score","Score",runtime.contextOrFrameLookup(context, frame, "steps"),runtime.makeKeywordArgs({"value": runtime.contextOrFrameLookup(context, frame, "score"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"score") || ""})])), env.opts.autoescape);
output += "\n  ";
;
}
else {
output += "\n  ";
output += runtime.suppressValue((lineno = 20, colno = 16, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["score","Score",runtime.makeKeywordArgs({"value": runtime.contextOrFrameLookup(context, frame, "score"),"hint": runtime.contextOrFrameLookup(context, frame, "ends"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"score") || ""})])), env.opts.autoescape);
output += "\n  ";
;
}
;
}
output += "\n</div>\n";
output += runtime.suppressValue((lineno = 23, colno = 13, runtime.callWrap(runtime.memberLookup((t_1),"area"), "field[\"area\"]", context, ["note","Note",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"note"),"hint": "Why this step, in a few words.","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"note") || "","rows": 2})])), env.opts.autoescape);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_session.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/instruments/_session.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/instruments/_session.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("part", t_4);
output += "\n";
output += runtime.suppressValue((lineno = 3, colno = 12, runtime.callWrap(runtime.memberLookup((t_4),"help"), "part[\"help\"]", context, ["session","How to note a session","Say which provision it was and how many minutes of it took place; below, what was done.","For example: Precision teaching, 15 minutes planned, 10 delivered: “Sounds 1 to 12, fire drill.”",runtime.contextOrFrameLookup(context, frame, "is_help_open")])), env.opts.autoescape);
output += "\n";
output += runtime.suppressValue((lineno = 4, colno = 20, runtime.callWrap(runtime.memberLookup((t_4),"chosen_words"), "part[\"chosen_words\"]", context, ["provision","Provision",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "lists")),"provisions"),runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"provision"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"provision") || ""})])), env.opts.autoescape);
output += "\n<div class=\"field-row\">\n  ";
output += runtime.suppressValue((lineno = 6, colno = 16, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["planned_minutes","Planned minutes",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"planned_minutes"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"planned_minutes") || ""})])), env.opts.autoescape);
output += "\n  ";
output += runtime.suppressValue((lineno = 7, colno = 16, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["delivered_minutes","Delivered minutes",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"delivered_minutes"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"delivered_minutes") || ""})])), env.opts.autoescape);
output += "\n</div>\n";
output += runtime.suppressValue((lineno = 9, colno = 13, runtime.callWrap(runtime.memberLookup((t_4),"steps"), "part[\"steps\"]", context, ["attended","Was the pupil there?",[{"value": "yes","text": "Yes"},{"value": "no","text": "No"}],runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"attended")})])), env.opts.autoescape);
output += "\n";
output += runtime.suppressValue((lineno = 10, colno = 13, runtime.callWrap(runtime.memberLookup((t_1),"text"), "field[\"text\"]", context, ["absence_reason","Why not",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"absence_reason"),"hint": "If the pupil was not there.","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"absence_reason") || ""})])), env.opts.autoescape);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_target.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/instruments/_target.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/instruments/_target.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("part", t_4);
output += "\n";
output += runtime.suppressValue((lineno = 3, colno = 12, runtime.callWrap(runtime.memberLookup((t_4),"help"), "part[\"help\"]", context, ["target","How to note progress","Choose the outcome, then the least help with which it worked. If you tried it several times, tap Right or Not yet for each.","For example: “Asks for help”, gesture, 4 right of 5.",runtime.contextOrFrameLookup(context, frame, "is_help_open")])), env.opts.autoescape);
output += "\n";
output += runtime.suppressValue((lineno = 4, colno = 15, runtime.callWrap(runtime.memberLookup((t_1),"choice"), "field[\"choice\"]", context, ["outcome_id","Outcome",runtime.contextOrFrameLookup(context, frame, "target_options"),runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"outcome_id"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"outcome_id") || ""})])), env.opts.autoescape);
output += "\n";
output += runtime.suppressValue((lineno = 5, colno = 13, runtime.callWrap(runtime.memberLookup((t_4),"steps"), "part[\"steps\"]", context, ["help","Help",runtime.contextOrFrameLookup(context, frame, "help_steps"),runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"help"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"help") || ""})])), env.opts.autoescape);
output += "\n<jotter-trials class=\"trials instrument\">\n  <input type=\"hidden\" name=\"trials\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"trials"), env.opts.autoescape);
output += "\">\n  <div class=\"field-row\">\n    ";
output += runtime.suppressValue((lineno = 9, colno = 18, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["trials_right","Trials right",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"trials_right"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"trials_right") || ""})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 10, colno = 18, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["trials_given","Trials given",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"trials_given"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"trials_given") || ""})])), env.opts.autoescape);
output += "\n  </div>\n  <div class=\"buttons instrument-buttons\">\n    <button class=\"button button-primary big-button\" type=\"button\" data-trial=\"right\">Right</button>\n    <button class=\"button big-button\" type=\"button\" data-trial=\"not\">Not yet</button>\n    <button class=\"button\" type=\"button\" data-undo disabled>Undo last trial</button>\n  </div>\n  <p class=\"visually-hidden\" aria-live=\"polite\" data-said></p>\n</jotter-trials>\n";
output += runtime.suppressValue((lineno = 19, colno = 13, runtime.callWrap(runtime.memberLookup((t_4),"steps"), "part[\"steps\"]", context, ["attainment","Against what was hoped for",runtime.contextOrFrameLookup(context, frame, "attainment_steps"),runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"attainment"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"attainment") || ""})])), env.opts.autoescape);
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/instruments/_time_sample.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/instruments/_time_sample.html", false, function(t_2,t_1) {
if(t_2) { cb(t_2); return; }
t_1.getExported(function(t_3,t_1) {
if(t_3) { cb(t_3); return; }
context.setVariable("field", t_1);
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/instruments/_time_sample.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("part", t_4);
output += "\n";
output += runtime.suppressValue((lineno = 3, colno = 12, runtime.callWrap(runtime.memberLookup((t_4),"help"), "part[\"help\"]", context, ["time_sample","How to sample","Start, and say yes or no for each interval. Momentary: is it so at the very moment the interval ends? Partial: was it seen at all? Whole: did it go on for the whole interval? One that you missed is filled in afterwards: choose its number.","For example: “Looks at the work”, momentary, 20 intervals of 15 seconds: yes in 13 of 20.",runtime.contextOrFrameLookup(context, frame, "is_help_open")])), env.opts.autoescape);
output += "\n<jotter-intervals class=\"intervals instrument";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"intervals")) {
output += " field-wrong";
;
}
output += "\" id=\"intervals\">\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"intervals")) {
output += "<p class=\"error-message\" role=\"alert\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"intervals"), env.opts.autoescape);
output += "</p>";
;
}
output += "\n  <input type=\"hidden\" name=\"sample_began\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"sample_began"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"sample_ended\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"sample_ended"), env.opts.autoescape);
output += "\">\n  ";
frame = frame.push();
var t_9 = runtime.contextOrFrameLookup(context, frame, "rows");
if(t_9) {t_9 = runtime.fromIterator(t_9);
var t_8 = t_9.length;
for(var t_7=0; t_7 < t_9.length; t_7++) {
var t_10 = t_9[t_7];
frame.set("one", t_10);
frame.set("loop.index", t_7 + 1);
frame.set("loop.index0", t_7);
frame.set("loop.revindex", t_8 - t_7);
frame.set("loop.revindex0", t_8 - t_7 - 1);
frame.set("loop.first", t_7 === 0);
frame.set("loop.last", t_7 === t_8 - 1);
frame.set("loop.length", t_8);
output += "<div class=\"field";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"sample_" + "" + runtime.memberLookup((t_10),"row"))) {
output += " field-wrong";
;
}
output += "\" data-row=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"row"), env.opts.autoescape);
output += "\"";
if(!runtime.memberLookup((t_10),"is_used")) {
output += " hidden";
;
}
output += ">\n    <label for=\"sample_";
output += runtime.suppressValue(runtime.memberLookup((t_10),"row"), env.opts.autoescape);
output += "\">Behaviour";
if(runtime.memberLookup((t_10),"row") > 1) {
output += " ";
output += runtime.suppressValue(runtime.memberLookup((t_10),"row"), env.opts.autoescape);
;
}
output += "</label>\n    ";
output += runtime.suppressValue((lineno = 11, colno = 18, runtime.callWrap(runtime.memberLookup((t_4),"around"), "part[\"around\"]", context, ["sample_" + "" + runtime.memberLookup((t_10),"row"),"",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"sample_" + "" + runtime.memberLookup((t_10),"row")) || ""])), env.opts.autoescape);
output += "\n    <input class=\"input\" id=\"sample_";
output += runtime.suppressValue(runtime.memberLookup((t_10),"row"), env.opts.autoescape);
output += "\" name=\"sample_";
output += runtime.suppressValue(runtime.memberLookup((t_10),"row"), env.opts.autoescape);
output += "\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"name"), env.opts.autoescape);
output += "\" list=\"sample-names\"";
output += runtime.suppressValue((lineno = 12, colno = 133, runtime.callWrap(runtime.memberLookup((t_4),"mark"), "part[\"mark\"]", context, ["sample_" + "" + runtime.memberLookup((t_10),"row"),"",runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"sample_" + "" + runtime.memberLookup((t_10),"row")) || ""])), env.opts.autoescape);
output += ">\n    <input type=\"hidden\" name=\"marks_";
output += runtime.suppressValue(runtime.memberLookup((t_10),"row"), env.opts.autoescape);
output += "\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((t_10),"marks"), env.opts.autoescape);
output += "\">\n  </div>\n  ";
;
}
}
frame = frame.pop();
output += "\n  <datalist id=\"sample-names\">";
frame = frame.push();
var t_13 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "lists")),"behaviours");
if(t_13) {t_13 = runtime.fromIterator(t_13);
var t_12 = t_13.length;
for(var t_11=0; t_11 < t_13.length; t_11++) {
var t_14 = t_13[t_11];
frame.set("words", t_14);
frame.set("loop.index", t_11 + 1);
frame.set("loop.index0", t_11);
frame.set("loop.revindex", t_12 - t_11);
frame.set("loop.revindex0", t_12 - t_11 - 1);
frame.set("loop.first", t_11 === 0);
frame.set("loop.last", t_11 === t_12 - 1);
frame.set("loop.length", t_12);
output += "<option value=\"";
output += runtime.suppressValue(t_14, env.opts.autoescape);
output += "\"></option>";
;
}
}
frame = frame.pop();
output += "</datalist>\n  <p><button class=\"button button-quiet\" type=\"button\" data-more>Add another behaviour</button></p>\n  <p class=\"hint\" id=\"sample-held\"><span data-free>Once you start, seconds, number and what counts as yes stay as they are.</span><span data-held hidden>Undo the start to change seconds, number or what counts as yes.</span></p>\n  <div class=\"field-row\">\n    ";
output += runtime.suppressValue((lineno = 20, colno = 18, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["interval_s","Seconds of an interval",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"interval_s"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"interval_s") || ""})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 21, colno = 18, runtime.callWrap(runtime.memberLookup((t_4),"number"), "part[\"number\"]", context, ["planned","How many intervals",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"planned"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"planned") || ""})])), env.opts.autoescape);
output += "\n  </div>\n  <div class=\"field-row\">\n    ";
output += runtime.suppressValue((lineno = 24, colno = 19, runtime.callWrap(runtime.memberLookup((t_1),"choice"), "field[\"choice\"]", context, ["rule","What counts as yes",[{"value": "momentary","text": "Momentary: seen as the interval ends"},{"value": "partial","text": "Partial: seen at all in the interval"},{"value": "whole","text": "Whole: all through the interval"}],runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"rule"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"rule") || ""})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 25, colno = 19, runtime.callWrap(runtime.memberLookup((t_1),"choice"), "field[\"choice\"]", context, ["cue","At each interval",[{"value": "none","text": "No sign"},{"value": "vibrate","text": "Vibrate"},{"value": "sound","text": "A soft sound"}],runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"cue")})])), env.opts.autoescape);
output += "\n  </div>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/instruments/_sampling.html", false, "tablet/instruments/_time_sample.html", false, function(t_16,t_15) {
if(t_16) { cb(t_16); return; }
callback(null,t_15);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_18,t_17) {
if(t_18) { cb(t_18); return; }
callback(null,t_17);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</jotter-intervals>\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
root: root
};
})(),
"tablet/lost.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/lost.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<h1 tabindex=\"-1\">No such page</h1>\n<p class=\"lead\">It may be about a pupil who is no longer on your list. What you wrote about them still reaches the school's record.</p>\n<p class=\"buttons\"><a class=\"button button-primary\" href=\"/tablet/\">To Today</a> <a class=\"button\" href=\"/tablet/outbox\">To the Outbox</a></p>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/not_saved.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/not_saved.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<h1 tabindex=\"-1\">Not saved</h1>\n";
if(runtime.contextOrFrameLookup(context, frame, "is_locked")) {
output += "\n<p class=\"lead\">Your jotter was locked meanwhile. Unlock it in another tab, then go back here: your words are still in the form.</p>\n";
;
}
else {
output += "\n<p class=\"lead\">Whoever opened this form is not here any more, so nothing was saved under another name. Open your own jotter in another tab, then go back here: your words are still in the form.</p>\n";
;
}
output += "\n<p class=\"buttons\"><a class=\"button button-primary\" href=\"/tablet/\" target=\"_blank\" rel=\"noopener\">Open in another tab</a></p>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/note.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/note.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_note.html", false, "tablet/note.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
if(Object.prototype.hasOwnProperty.call(t_4, "note")) {
var t_7 = t_4.note;
} else {
cb(new Error("cannot import 'note'")); return;
}
context.setVariable("show_note", t_7);
output += "\n";
env.getTemplate("shared/_meeting.html", false, "tablet/note.html", false, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
t_8.getExported(function(t_10,t_8) {
if(t_10) { cb(t_10); return; }
if(Object.prototype.hasOwnProperty.call(t_8, "meeting")) {
var t_11 = t_8.meeting;
} else {
cb(new Error("cannot import 'meeting'")); return;
}
context.setVariable("show_meeting", t_11);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_13,t_12) {
if(t_13) { cb(t_13); return; }
output += t_12;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 3;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">Your note</h1>\n    ";
if(runtime.contextOrFrameLookup(context, frame, "pupil")) {
output += "<p><a href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"family_name"), env.opts.autoescape);
output += "</a></p>";
;
}
output += "\n  </div>\n  <p><a class=\"button\" href=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "correct"), env.opts.autoescape);
output += "\">Correct</a></p>\n</div>\n";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "note")),"kind") == "parent_meeting") {
output += runtime.suppressValue((lineno = 11, colno = 53, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "show_meeting"), "show_meeting", context, [runtime.contextOrFrameLookup(context, frame, "note"),runtime.makeKeywordArgs({"photos": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "note")),"photos")})])), env.opts.autoescape);
;
}
else {
output += runtime.suppressValue((lineno = 11, colno = 104, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "show_note"), "show_note", context, [runtime.contextOrFrameLookup(context, frame, "note"),runtime.makeKeywordArgs({"photos": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "note")),"photos")})])), env.opts.autoescape);
;
}
output += "\n<section class=\"region\" aria-labelledby=\"became\">\n  <h2 id=\"became\">What became of it</h2>\n  <ul class=\"became\" hx-get=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/notes/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "note")),"id"), env.opts.autoescape);
output += "\" hx-trigger=\"jotter:changed from:body\" hx-select=\".became\" hx-swap=\"outerHTML\" hx-sync=\"this:replace\">\n    ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"where") == "waiting") {
output += "<li><strong>Waiting</strong> on this tablet: the record does not have it yet.</li>\n    ";
;
}
else {
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"where") == "correction-waiting") {
output += "<li><strong>Waiting</strong> on this tablet: the record has it, but not what you changed last.</li>\n    ";
;
}
else {
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"where") == "quarantined") {
output += "<li><strong>With the SENCO to sort out.</strong>";
frame = frame.push();
var t_16 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"problems");
if(t_16) {t_16 = runtime.fromIterator(t_16);
var t_15 = t_16.length;
for(var t_14=0; t_14 < t_16.length; t_14++) {
var t_17 = t_16[t_14];
frame.set("problem", t_17);
frame.set("loop.index", t_14 + 1);
frame.set("loop.index0", t_14);
frame.set("loop.revindex", t_15 - t_14);
frame.set("loop.revindex0", t_15 - t_14 - 1);
frame.set("loop.first", t_14 === 0);
frame.set("loop.last", t_14 === t_15 - 1);
frame.set("loop.length", t_15);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((t_17),"message"), env.opts.autoescape);
output += ".";
;
}
}
frame = frame.pop();
output += "</li>\n    ";
;
}
else {
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"where") == "conflict") {
output += "<li><strong>In the record</strong>, in another version too: somebody else changed the same words. The SENCO decides.</li>\n    ";
;
}
else {
output += "<li><strong>In the record.</strong></li>";
;
}
;
}
;
}
;
}
output += "\n    ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"where") != "waiting" && runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"where") != "quarantined") {
output += "<li>";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"is_read")) {
output += "<strong>Read</strong> by the SENCO.";
;
}
else {
output += "Not read yet.";
;
}
output += "</li>";
;
}
output += "\n    ";
frame = frame.push();
var t_20 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"questions");
if(t_20) {t_20 = runtime.fromIterator(t_20);
var t_19 = t_20.length;
for(var t_18=0; t_18 < t_20.length; t_18++) {
var t_21 = t_20[t_18];
frame.set("question", t_21);
frame.set("loop.index", t_18 + 1);
frame.set("loop.index0", t_18);
frame.set("loop.revindex", t_19 - t_18);
frame.set("loop.revindex0", t_19 - t_18 - 1);
frame.set("loop.first", t_18 === 0);
frame.set("loop.last", t_18 === t_19 - 1);
frame.set("loop.length", t_19);
output += "<li><strong>Asked about</strong> ";
output += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((runtime.memberLookup((t_21),"body")),"asked_at")), env.opts.autoescape);
output += ": <span class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_21),"body")),"text"), env.opts.autoescape);
output += "</span>";
if(runtime.memberLookup((runtime.memberLookup((t_21),"body")),"answer")) {
output += " You answered: <span class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((t_21),"body")),"answer"), env.opts.autoescape);
output += "</span>";
;
}
else {
output += " <a href=\"/tablet/questions/";
output += runtime.suppressValue(runtime.memberLookup((t_21),"id"), env.opts.autoescape);
output += "\">Answer</a>";
;
}
output += "</li>\n    ";
;
}
}
frame = frame.pop();
output += "\n    ";
frame = frame.push();
var t_24 = runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"outcomes");
if(t_24) {t_24 = runtime.fromIterator(t_24);
var t_23 = t_24.length;
for(var t_22=0; t_22 < t_24.length; t_22++) {
var t_25 = t_24[t_22];
frame.set("outcome", t_25);
frame.set("loop.index", t_22 + 1);
frame.set("loop.index0", t_22);
frame.set("loop.revindex", t_23 - t_22);
frame.set("loop.revindex0", t_23 - t_22 - 1);
frame.set("loop.first", t_22 === 0);
frame.set("loop.last", t_22 === t_23 - 1);
frame.set("loop.length", t_23);
output += "<li><strong>Used for</strong> the outcome: ";
output += runtime.suppressValue(t_25, env.opts.autoescape);
output += "</li>\n    ";
;
}
}
frame = frame.pop();
output += "\n    ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"action_count")) {
output += "<li><strong>Used for</strong> ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"action_count"), env.opts.autoescape);
output += " agreed ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "became")),"action_count") == 1) {
output += "action";
;
}
else {
output += "actions";
;
}
output += ".</li>";
;
}
output += "\n  </ul>\n</section>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/observation.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/observation.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/observation.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("field", t_4);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
output += t_7;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 2;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">New observation</h1>\n    ";
if(runtime.contextOrFrameLookup(context, frame, "pupil")) {
output += "<p><a href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"family_name"), env.opts.autoescape);
output += "</a></p>";
;
}
output += "\n  </div>\n</div>\n";
output += runtime.suppressValue((lineno = 9, colno = 22, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"error_summary"), "field[\"error_summary\"]", context, [runtime.contextOrFrameLookup(context, frame, "errors")])), env.opts.autoescape);
output += "\n<form class=\"form observation-form\" method=\"post\" action=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/observations/new\" novalidate autocomplete=\"off\" data-draft=\"observation\" data-pupil=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"entry_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"entry_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"group_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"group_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"when_at\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"when_at"), env.opts.autoescape);
output += "\">\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_kind.html", false, "tablet/observation.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_instrument.html", false, "tablet/observation.html", false, function(t_14,t_13) {
if(t_14) { cb(t_14); return; }
callback(null,t_13);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_16,t_15) {
if(t_16) { cb(t_16); return; }
callback(null,t_15);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <div class=\"field-pair\">\n    ";
output += runtime.suppressValue((lineno = 17, colno = 17, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["when","When",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"when"),"type": "datetime-local","hint": runtime.contextOrFrameLookup(context, frame, "when_hint"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"when") || ""})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 18, colno = 17, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["setting","Setting",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"setting"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"setting") || "","suggestions": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "lists")),"settings")})])), env.opts.autoescape);
output += "\n  </div>\n  ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "outcome_options"))) {
output += runtime.suppressValue((lineno = 20, colno = 54, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"checkboxes"), "field[\"checkboxes\"]", context, ["outcomes","Outcomes",runtime.contextOrFrameLookup(context, frame, "outcome_options"),runtime.makeKeywordArgs({"chosen": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"outcomes"),"hint": "Tick those it is evidence for, if any."})])), env.opts.autoescape);
;
}
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_photos.html", false, "tablet/observation.html", false, function(t_18,t_17) {
if(t_18) { cb(t_18); return; }
callback(null,t_17);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_20,t_19) {
if(t_20) { cb(t_20); return; }
callback(null,t_19);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_also.html", false, "tablet/observation.html", false, function(t_22,t_21) {
if(t_22) { cb(t_22); return; }
callback(null,t_21);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_24,t_23) {
if(t_24) { cb(t_24); return; }
callback(null,t_23);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_form_end.html", false, "tablet/observation.html", false, function(t_26,t_25) {
if(t_26) { cb(t_26); return; }
callback(null,t_25);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_28,t_27) {
if(t_28) { cb(t_28); return; }
callback(null,t_27);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <div class=\"buttons form-buttons save-bar\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_saved.html", false, "tablet/observation.html", false, function(t_30,t_29) {
if(t_30) { cb(t_30); return; }
callback(null,t_29);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_32,t_31) {
if(t_32) { cb(t_32); return; }
callback(null,t_31);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n    <button class=\"button button-primary\" type=\"submit\">Save observation</button>\n  </div>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_safeguarding.html", false, "tablet/observation.html", false, function(t_34,t_33) {
if(t_34) { cb(t_34); return; }
callback(null,t_33);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_36,t_35) {
if(t_36) { cb(t_36); return; }
callback(null,t_35);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</form>\n";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_discard.html", false, "tablet/observation.html", false, function(t_38,t_37) {
if(t_38) { cb(t_38); return; }
callback(null,t_37);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_40,t_39) {
if(t_40) { cb(t_40); return; }
callback(null,t_39);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n";
cb(null, output);
})})})})})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/outbox.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/outbox.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">Outbox</h1>\n    <p>What is on this tablet and not in the school's record yet.</p>\n  </div>\n  <form method=\"post\" action=\"/tablet/outbox/sync\" data-sync data-once>\n    <button class=\"button button-primary\" type=\"submit\">Sync now</button>\n  </form>\n</div>\n";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_storage_warning.html", false, "tablet/outbox.html", false, function(t_7,t_6) {
if(t_7) { cb(t_7); return; }
callback(null,t_6);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
callback(null,t_8);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_outbox_list.html", false, "tablet/outbox.html", false, function(t_11,t_10) {
if(t_11) { cb(t_11); return; }
callback(null,t_10);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_13,t_12) {
if(t_13) { cb(t_13); return; }
callback(null,t_12);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n<section class=\"region card\" aria-labelledby=\"this-tablet\">\n  <h2 id=\"this-tablet\">This tablet</h2>\n  <p>";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "about")),"name"), env.opts.autoescape);
output += ", used by ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"name"), env.opts.autoescape);
output += ". <span class=\"hint\">Jotter ";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "build")),"version"), env.opts.autoescape);
output += "</span></p>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_storage.html", false, "tablet/outbox.html", false, function(t_15,t_14) {
if(t_15) { cb(t_15); return; }
callback(null,t_14);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_17,t_16) {
if(t_17) { cb(t_17); return; }
callback(null,t_16);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <p class=\"who\"><a href=\"/tablet/passcode\">Passcode and fingerprint</a> <a href=\"/tablet/sign-out\">Sign out</a></p>\n</section>\n";
cb(null, output);
})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/parent_meeting.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/parent_meeting.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/parent_meeting.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("field", t_4);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
output += t_7;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 2;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "title"), env.opts.autoescape);
output += "</h1>\n    ";
if(runtime.contextOrFrameLookup(context, frame, "pupil")) {
output += "<p><a href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"family_name"), env.opts.autoescape);
output += "</a></p>";
;
}
output += "\n  </div>\n</div>\n";
output += runtime.suppressValue((lineno = 9, colno = 22, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"error_summary"), "field[\"error_summary\"]", context, [runtime.contextOrFrameLookup(context, frame, "errors")])), env.opts.autoescape);
output += "\n<form class=\"form meeting-form\" method=\"post\" action=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "/meetings/new\" novalidate autocomplete=\"off\" data-draft=\"parent_meeting\" data-pupil=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "pupil_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"entry_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"entry_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"base_version\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"base_version"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"after_revision\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"after_revision"), env.opts.autoescape);
output += "\">\n  ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "earlier"))) {
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_meeting_earlier.html", false, "tablet/parent_meeting.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
});
}
output += "\n  <div class=\"field-pair\">\n    ";
output += runtime.suppressValue((lineno = 16, colno = 17, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["held_on","Date",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"held_on"),"type": "date","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"held_on") || ""})])), env.opts.autoescape);
output += "\n    ";
output += runtime.suppressValue((lineno = 17, colno = 17, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["purpose","Purpose",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"purpose"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"purpose") || "","suggestions": runtime.contextOrFrameLookup(context, frame, "purposes")})])), env.opts.autoescape);
output += "\n  </div>\n  ";
output += runtime.suppressValue((lineno = 19, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"area"), "field[\"area\"]", context, ["present","People present",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"present"),"hint": "One person a line: name, how they are related, and PR for parental responsibility. For example: Fatima Yusuf, mother, PR","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"present") || "","rows": 3})])), env.opts.autoescape);
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_meeting_before.html", false, "tablet/parent_meeting.html", false, function(t_14,t_13) {
if(t_14) { cb(t_14); return; }
callback(null,t_13);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_16,t_15) {
if(t_16) { cb(t_16); return; }
callback(null,t_15);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_meeting_prompts.html", false, "tablet/parent_meeting.html", false, function(t_18,t_17) {
if(t_18) { cb(t_18); return; }
callback(null,t_17);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_20,t_19) {
if(t_20) { cb(t_20); return; }
callback(null,t_19);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
output += runtime.suppressValue((lineno = 22, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"area"), "field[\"area\"]", context, ["parent_view","Parent's view",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"parent_view"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"parent_view") || "","rows": 4})])), env.opts.autoescape);
output += "\n  ";
output += runtime.suppressValue((lineno = 23, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"area"), "field[\"area\"]", context, ["child_view","Child's view",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"child_view"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"child_view") || "","rows": 3})])), env.opts.autoescape);
output += "\n  ";
output += runtime.suppressValue((lineno = 24, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"area"), "field[\"area\"]", context, ["discussion","What we discussed",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"discussion"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"discussion") || "","rows": 5})])), env.opts.autoescape);
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_actions_form.html", false, "tablet/parent_meeting.html", false, function(t_22,t_21) {
if(t_22) { cb(t_22); return; }
callback(null,t_21);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_24,t_23) {
if(t_24) { cb(t_24); return; }
callback(null,t_23);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
output += runtime.suppressValue((lineno = 26, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["next_meeting","Next meeting",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"next_meeting"),"type": "date","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"next_meeting") || ""})])), env.opts.autoescape);
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_photos.html", false, "tablet/parent_meeting.html", false, function(t_26,t_25) {
if(t_26) { cb(t_26); return; }
callback(null,t_25);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_28,t_27) {
if(t_28) { cb(t_28); return; }
callback(null,t_27);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_signatures_form.html", false, "tablet/parent_meeting.html", false, function(t_30,t_29) {
if(t_30) { cb(t_30); return; }
callback(null,t_29);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_32,t_31) {
if(t_32) { cb(t_32); return; }
callback(null,t_31);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_safeguarding.html", false, "tablet/parent_meeting.html", false, function(t_34,t_33) {
if(t_34) { cb(t_34); return; }
callback(null,t_33);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_36,t_35) {
if(t_36) { cb(t_36); return; }
callback(null,t_35);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_form_end.html", false, "tablet/parent_meeting.html", false, function(t_38,t_37) {
if(t_38) { cb(t_38); return; }
callback(null,t_37);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_40,t_39) {
if(t_40) { cb(t_40); return; }
callback(null,t_39);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <p class=\"hint\">Save draft sends it to the record as not finished, so that it can be finished on another tablet.</p>\n  <div class=\"form-bar\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_saved.html", false, "tablet/parent_meeting.html", false, function(t_42,t_41) {
if(t_42) { cb(t_42); return; }
callback(null,t_41);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_44,t_43) {
if(t_44) { cb(t_44); return; }
callback(null,t_43);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n    <div class=\"buttons form-buttons\">\n      ";
if(runtime.contextOrFrameLookup(context, frame, "hand") == "left") {
output += "<button class=\"button button-primary\" type=\"submit\" name=\"do\" value=\"finish\">Finish meeting</button>";
;
}
output += "\n      <button class=\"button\" type=\"submit\" name=\"do\" value=\"save-draft\">Save draft</button>\n      ";
if(runtime.contextOrFrameLookup(context, frame, "hand") != "left") {
output += "<button class=\"button button-primary\" type=\"submit\" name=\"do\" value=\"finish\">Finish meeting</button>";
;
}
output += "\n    </div>\n  </div>\n</form>\n";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_discard.html", false, "tablet/parent_meeting.html", false, function(t_46,t_45) {
if(t_46) { cb(t_46); return; }
callback(null,t_45);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_48,t_47) {
if(t_48) { cb(t_48); return; }
callback(null,t_47);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n";
cb(null, output);
})})})})})})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/passcode.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/passcode.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/passcode.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("field", t_4);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
output += t_7;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 2;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<h1 tabindex=\"-1\">Passcode</h1>\n";
output += runtime.suppressValue((lineno = 4, colno = 22, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"error_summary"), "field[\"error_summary\"]", context, [runtime.contextOrFrameLookup(context, frame, "errors")])), env.opts.autoescape);
output += "\n<form class=\"form card\" method=\"post\" action=\"/tablet/passcode\" novalidate data-once data-secret aria-labelledby=\"change-passcode\">\n  <h2 id=\"change-passcode\">Change your passcode</h2>\n  <input type=\"hidden\" name=\"person\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"id"), env.opts.autoescape);
output += "\">\n  ";
output += runtime.suppressValue((lineno = 8, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["old","Present passcode",runtime.makeKeywordArgs({"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"old") || "","type": "password","autocomplete": "current-password","maxlength": "200"})])), env.opts.autoescape);
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_new_passcode.html", false, "tablet/passcode.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <p class=\"message message-wrong\" role=\"alert\" data-form-message hidden></p>\n  <div class=\"buttons\"><button class=\"button button-primary\" type=\"submit\">Change passcode</button></div>\n</form>\n<section class=\"region card\" aria-labelledby=\"fingerprint\">\n  <h2 id=\"fingerprint\">Fingerprint or face</h2>\n  ";
if(runtime.contextOrFrameLookup(context, frame, "fingerprint")) {
output += "\n  <p>You can unlock with fingerprint or face. Your passcode goes on working.</p>\n  <form method=\"post\" action=\"/tablet/passcode/fingerprint/remove\" class=\"buttons\" data-once>\n    <input type=\"hidden\" name=\"person\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"id"), env.opts.autoescape);
output += "\">\n    <button class=\"button\" type=\"submit\">Remove fingerprint or face</button>\n  </form>\n  ";
;
}
else {
output += "\n  <p>Only where this tablet is yours alone: whoever's finger or face it knows can unlock your jotter with it.</p>\n  <p class=\"quiet\" data-no-fingerprint>This browser cannot unlock Jotter with fingerprint or face.</p>\n  <form class=\"form\" method=\"post\" action=\"/tablet/passcode/fingerprint\" novalidate data-secret data-fingerprint=\"add\" data-name=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"name"), env.opts.autoescape);
output += "\" hidden>\n    <input type=\"hidden\" name=\"person\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"id"), env.opts.autoescape);
output += "\">\n    <input type=\"hidden\" name=\"credential_id\" value=\"\">\n    <input type=\"hidden\" name=\"salt\" value=\"\">\n    <input type=\"hidden\" name=\"prf\" value=\"\">\n    ";
output += runtime.suppressValue((lineno = 29, colno = 17, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["own","Your passcode",runtime.makeKeywordArgs({"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"own") || "","type": "password","autocomplete": "current-password","maxlength": "200"})])), env.opts.autoescape);
output += "\n    <p class=\"message message-wrong\" role=\"alert\" data-form-message hidden></p>\n    <div class=\"buttons\"><button class=\"button\" type=\"submit\">Add fingerprint or face</button></div>\n  </form>\n  ";
;
}
output += "\n</section>\n<p class=\"who\"><a href=\"/tablet/outbox\">Back to the Outbox</a></p>\n";
cb(null, output);
});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/people.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/people.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"lock-sheet\" data-people>\n  <h1 tabindex=\"-1\">Who is here?</h1>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_people.html", false, "tablet/people.html", false, function(t_7,t_6) {
if(t_7) { cb(t_7); return; }
callback(null,t_6);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
callback(null,t_8);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <p>Not on the list? Sign in once, with the network on.</p>\n  <p class=\"buttons\"><a class=\"button\" href=\"/sign-in?next=/tablet/\">Sign in</a></p>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_waiting_safely.html", false, "tablet/people.html", false, function(t_11,t_10) {
if(t_11) { cb(t_11); return; }
callback(null,t_10);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_13,t_12) {
if(t_13) { cb(t_13); return; }
callback(null,t_12);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</div>\n";
cb(null, output);
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/photo.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/photo.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<p><a class=\"back\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"family_name"), env.opts.autoescape);
output += "</a></p>\n<h1 tabindex=\"-1\">Photo of work</h1>\n<img class=\"photo-large\" src=\"/tablet/photos/";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "photo_id"), env.opts.autoescape);
output += "\" alt=\"Photo of work, large\">\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/pupil.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/pupil.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_profile.html", false, "tablet/pupil.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("of", t_4);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
output += t_7;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 2;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"family_name"), env.opts.autoescape);
output += "</h1>\n    ";
output += runtime.suppressValue((lineno = 6, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "of")),"facts"), "of[\"facts\"]", context, [runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")])), env.opts.autoescape);
output += "\n  </div>\n  <p><a href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "/charts\">Charts</a></p>\n</div>\n";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_ways.html", false, "tablet/pupil.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "drafts"))) {
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_drafts.html", false, "tablet/pupil.html", false, function(t_14,t_13) {
if(t_14) { cb(t_14); return; }
callback(null,t_13);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_16,t_15) {
if(t_16) { cb(t_16); return; }
callback(null,t_15);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
});
}
output += "\n";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "begun"))) {
output += "<ul class=\"plain-list\" aria-label=\"Meetings\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_meetings_begun.html", false, "tablet/pupil.html", false, function(t_18,t_17) {
if(t_18) { cb(t_18); return; }
callback(null,t_17);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_20,t_19) {
if(t_20) { cb(t_20); return; }
callback(null,t_19);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "</ul>";
});
}
output += "\n";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "questions"))) {
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_questions.html", false, "tablet/pupil.html", false, function(t_22,t_21) {
if(t_22) { cb(t_22); return; }
callback(null,t_21);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_24,t_23) {
if(t_24) { cb(t_24); return; }
callback(null,t_23);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
});
}
output += "\n<div class=\"pupil-columns\">\n  <div class=\"pupil-about\">\n    <section class=\"region card\" aria-labelledby=\"about\">\n      <h2 id=\"about\">About</h2>\n      ";
if(runtime.contextOrFrameLookup(context, frame, "has_profile")) {
output += runtime.suppressValue((lineno = 18, colno = 39, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "of")),"profile"), "of[\"profile\"]", context, [runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"profile")])), env.opts.autoescape);
;
}
else {
output += "<p class=\"quiet\">Nothing has been written yet about what helps.</p>";
;
}
output += "\n    </section>\n    <section class=\"region card\" aria-labelledby=\"outcomes\">\n      <h2 id=\"outcomes\">Outcomes</h2>\n      ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "outcomes"))) {
output += runtime.suppressValue((lineno = 22, colno = 46, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "of")),"outcomes"), "of[\"outcomes\"]", context, [runtime.contextOrFrameLookup(context, frame, "outcomes")])), env.opts.autoescape);
;
}
else {
output += "<p class=\"quiet\">No outcomes yet.</p>";
;
}
output += "\n    </section>\n    ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "actions"))) {
output += "\n    <section class=\"region card\" aria-labelledby=\"actions\">\n      <h2 id=\"actions\">Agreed and not done yet</h2>\n      ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_actions_open.html", false, "tablet/pupil.html", false, function(t_26,t_25) {
if(t_26) { cb(t_26); return; }
callback(null,t_25);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_28,t_27) {
if(t_28) { cb(t_28); return; }
callback(null,t_27);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n    </section>\n    ";
});
}
output += "\n  </div>\n  <section class=\"region pupil-notes\" aria-labelledby=\"recent-notes\">\n    <h2 id=\"recent-notes\">Recent notes</h2>\n    ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_recent_notes.html", false, "tablet/pupil.html", false, function(t_30,t_29) {
if(t_30) { cb(t_30); return; }
callback(null,t_29);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_32,t_31) {
if(t_32) { cb(t_32); return; }
callback(null,t_31);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  </section>\n</div>\n";
cb(null, output);
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/question.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/question.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/question.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("field", t_4);
output += "\n";
env.getTemplate("shared/_note.html", false, "tablet/question.html", false, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
t_7.getExported(function(t_9,t_7) {
if(t_9) { cb(t_9); return; }
if(Object.prototype.hasOwnProperty.call(t_7, "note")) {
var t_10 = t_7.note;
} else {
cb(new Error("cannot import 'note'")); return;
}
context.setVariable("show_note", t_10);
output += "\n";
env.getTemplate("shared/_meeting.html", false, "tablet/question.html", false, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
t_11.getExported(function(t_13,t_11) {
if(t_13) { cb(t_13); return; }
if(Object.prototype.hasOwnProperty.call(t_11, "meeting")) {
var t_14 = t_11.meeting;
} else {
cb(new Error("cannot import 'meeting'")); return;
}
context.setVariable("show_meeting", t_14);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_16,t_15) {
if(t_16) { cb(t_16); return; }
output += t_15;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})})})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 4;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">A question for you</h1>\n    ";
if(runtime.contextOrFrameLookup(context, frame, "pupil")) {
output += "<p><a href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"id"), env.opts.autoescape);
output += "\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"given_name"), env.opts.autoescape);
output += " ";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "pupil")),"body")),"family_name"), env.opts.autoescape);
output += "</a></p>";
;
}
output += "\n  </div>\n</div>\n";
if(runtime.contextOrFrameLookup(context, frame, "note")) {
output += "\n<section class=\"region\" aria-label=\"What you wrote\">\n  <h2>What you wrote</h2>\n  ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "note")),"kind") == "parent_meeting") {
output += runtime.suppressValue((lineno = 14, colno = 55, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "show_meeting"), "show_meeting", context, [runtime.contextOrFrameLookup(context, frame, "note")])), env.opts.autoescape);
;
}
else {
output += runtime.suppressValue((lineno = 14, colno = 86, runtime.callWrap(runtime.contextOrFrameLookup(context, frame, "show_note"), "show_note", context, [runtime.contextOrFrameLookup(context, frame, "note")])), env.opts.autoescape);
;
}
output += "\n</section>\n";
;
}
output += "\n<div class=\"message\">\n  <p><strong>";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "asked_by"), env.opts.autoescape);
output += " asked</strong> <span class=\"hint\">";
output += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"body")),"asked_at")), env.opts.autoescape);
output += "</span><br><span class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"body")),"text"), env.opts.autoescape);
output += "</span></p>\n</div>\n";
if(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"body")),"answer")) {
output += "\n<div class=\"message message-done\"><p><strong>Answered</strong> <span class=\"hint\">";
output += runtime.suppressValue(env.getFilter("day_clock").call(context, runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"body")),"answered_at")), env.opts.autoescape);
output += "</span><br><span class=\"note-text\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"body")),"answer"), env.opts.autoescape);
output += "</span></p></div>\n";
;
}
else {
output += "\n";
output += runtime.suppressValue((lineno = 23, colno = 22, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"error_summary"), "field[\"error_summary\"]", context, [runtime.contextOrFrameLookup(context, frame, "errors")])), env.opts.autoescape);
output += "\n<form class=\"form\" method=\"post\" action=\"/tablet/questions/";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"id"), env.opts.autoescape);
output += "\" novalidate autocomplete=\"off\" data-draft=\"answer\" data-pupil=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"pupil_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"entry_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"entry_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"pupil_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"pupil_id"), env.opts.autoescape);
output += "\">\n  <input type=\"hidden\" name=\"question_id\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "question")),"id"), env.opts.autoescape);
output += "\">\n  ";
output += runtime.suppressValue((lineno = 28, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"area"), "field[\"area\"]", context, ["text","Answer",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"text"),"error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"text") || "","rows": 5})])), env.opts.autoescape);
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_form_end.html", false, "tablet/question.html", false, function(t_18,t_17) {
if(t_18) { cb(t_18); return; }
callback(null,t_17);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_20,t_19) {
if(t_20) { cb(t_20); return; }
callback(null,t_19);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <div class=\"buttons form-buttons\">";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_saved.html", false, "tablet/question.html", false, function(t_22,t_21) {
if(t_22) { cb(t_22); return; }
callback(null,t_21);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_24,t_23) {
if(t_24) { cb(t_24); return; }
callback(null,t_23);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "<button class=\"button button-primary button-wide\" type=\"submit\">Send answer</button></div>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_safeguarding.html", false, "tablet/question.html", false, function(t_26,t_25) {
if(t_26) { cb(t_26); return; }
callback(null,t_25);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_28,t_27) {
if(t_28) { cb(t_28); return; }
callback(null,t_27);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</form>\n";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_discard.html", false, "tablet/question.html", false, function(t_30,t_29) {
if(t_30) { cb(t_30); return; }
callback(null,t_29);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_32,t_31) {
if(t_32) { cb(t_32); return; }
callback(null,t_31);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n";
})})})});
}
output += "\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/set_up.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
output += "\n";
env.getTemplate("layouts/tablet.html", true, "tablet/set_up.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/set_up.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("field", t_4);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
output += t_7;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 4;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<h1 tabindex=\"-1\">";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "title"), env.opts.autoescape);
output += "</h1>\n";
if(runtime.contextOrFrameLookup(context, frame, "asks_name")) {
output += "\n<p class=\"lead\">Once, with the network on. After that Jotter needs no network to open, to write and to save.</p>\n<section class=\"region card\" aria-labelledby=\"device-check-title\">\n  <h2 id=\"device-check-title\">Is this tablet fit for notes?</h2>\n  <div id=\"device-check\" aria-live=\"polite\"><p class=\"quiet\">Checking…</p></div>\n</section>\n";
;
}
else {
if(runtime.contextOrFrameLookup(context, frame, "is_joining")) {
output += "\n<p class=\"lead\">Your pupils and notes lie on this tablet where nobody else can read them. You open them with a passcode of your own.</p>\n";
;
}
else {
output += "\n<p class=\"lead\">From now on the jotter of ";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "for_name"), env.opts.autoescape);
output += " is locked on this tablet, and opens with a passcode. Nothing you wrote is lost.</p>\n";
;
}
;
}
output += "\n";
output += runtime.suppressValue((lineno = 17, colno = 22, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"error_summary"), "field[\"error_summary\"]", context, [runtime.contextOrFrameLookup(context, frame, "errors")])), env.opts.autoescape);
output += "\n";
if(runtime.contextOrFrameLookup(context, frame, "problem") == "sign-in") {
output += "<p><a class=\"button button-primary\" href=\"/sign-in?next=/tablet/\">Sign in</a></p>";
;
}
output += "\n<form class=\"form card\" method=\"post\" action=\"/tablet/set-up\" novalidate data-once data-secret>\n  ";
if(runtime.contextOrFrameLookup(context, frame, "asks_name")) {
output += "\n  <input type=\"hidden\" name=\"installed\" value=\"\">\n  <input type=\"hidden\" name=\"persistent\" value=\"\">\n  ";
output += runtime.suppressValue((lineno = 23, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "field")),"text"), "field[\"text\"]", context, ["name","Tablet name",runtime.makeKeywordArgs({"value": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fields")),"name"),"hint": "What is written on its case, for example: Oak class 2","error": runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"name") || "","autocomplete": "off","maxlength": "80"})])), env.opts.autoescape);
output += "\n  ";
;
}
output += "\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_new_passcode.html", false, "tablet/set_up.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <p class=\"message message-wrong\" role=\"alert\" data-form-message hidden></p>\n  <div class=\"buttons\"><button class=\"button button-primary button-wide\" type=\"submit\">Set up</button></div>\n  <p class=\"hint busy-hint\" role=\"status\">";
if(runtime.contextOrFrameLookup(context, frame, "is_older")) {
output += "Locking your jotter. It takes a few seconds.";
;
}
else {
output += "Setting up fetches your pupils. It takes a few seconds.";
;
}
output += "</p>\n</form>\n";
if(runtime.contextOrFrameLookup(context, frame, "is_joining")) {
output += "<p class=\"who\"><a href=\"/tablet/people\">Someone else</a></p>";
;
}
output += "\n";
cb(null, output);
});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/settings.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/settings.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("tablet/instruments/_parts.html", false, "tablet/settings.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("part", t_4);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
output += t_7;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 2;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<h1 tabindex=\"-1\">Your settings</h1>\n<p class=\"lead\">For you, on this tablet.</p>\n<form class=\"form\" method=\"post\" action=\"/tablet/settings\" data-once>\n  ";
output += runtime.suppressValue((lineno = 6, colno = 15, runtime.callWrap(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "part")),"steps"), "part[\"steps\"]", context, ["hand","Which hand taps?",[{"value": "right","text": "Right"},{"value": "left","text": "Left"}],runtime.makeKeywordArgs({"value": runtime.contextOrFrameLookup(context, frame, "hand"),"hint": "Save and the big buttons stand on the side of that thumb."})])), env.opts.autoescape);
output += "\n  <div class=\"buttons\">\n    <button class=\"button button-primary\" type=\"submit\">Save settings</button>\n    <button class=\"button\" type=\"submit\" name=\"do\" value=\"explain\">Show all explanations again</button>\n  </div>\n</form>\n<p class=\"who\"><a href=\"/tablet/passcode\">Passcode and fingerprint</a></p>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/sign_out.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/sign_out.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<h1 tabindex=\"-1\">Sign out</h1>\n<p class=\"lead\">Signing out closes your jotter on this tablet. Nothing is thrown away.</p>\n";
if(runtime.contextOrFrameLookup(context, frame, "waiting")) {
output += "<p class=\"message message-care\"><strong>";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "waiting"), env.opts.autoescape);
output += " waiting.</strong> They stay safe on this tablet and are sent as soon as the network is back, whoever uses it next.</p>";
;
}
output += "\n<p>Your passcode opens it again, also without a network. To step away for a moment, <strong>Lock</strong> is enough.</p>\n<form method=\"post\" action=\"/tablet/sign-out\" class=\"buttons\" data-once data-sign-out>\n  <button class=\"button button-primary\" type=\"submit\">Sign out</button>\n  <a class=\"button\" href=\"/tablet/\">Stay signed in</a>\n</form>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/signed_out.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/signed_out.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"lock-sheet\" data-signed-out>\n  <h1 tabindex=\"-1\">Nobody is signed in</h1>\n  ";
if(runtime.contextOrFrameLookup(context, frame, "waiting")) {
output += "<p class=\"message\">";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "waiting"), env.opts.autoescape);
output += " waiting on this tablet. They are sent as soon as the network is back.</p>";
;
}
output += "\n  ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "people"))) {
output += "\n  <p class=\"lead\">Choose your name to open your jotter. It needs no network.</p>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_people.html", false, "tablet/signed_out.html", false, function(t_7,t_6) {
if(t_7) { cb(t_7); return; }
callback(null,t_6);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
callback(null,t_8);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n  <p>Not on the list? Sign in once, with the network on.</p>\n  <p class=\"buttons\"><a class=\"button\" href=\"/sign-in?next=/tablet/\">Sign in</a></p>\n  ";
});
}
else {
output += "\n  <p class=\"lead\">Sign in, with the network on, to open your own jotter.</p>\n  <p class=\"buttons\"><a class=\"button button-primary\" href=\"/sign-in?next=/tablet/\">Sign in</a></p>\n  ";
;
}
output += "\n</div>\n";
cb(null, output);
;
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/silent.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/silent.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"lock-sheet\" data-signed-out>\n  <h1 tabindex=\"-1\">Sign in once</h1>\n  <p class=\"lead\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"name"), env.opts.autoescape);
output += ", this tablet has not synced your jotter for ";
if(runtime.contextOrFrameLookup(context, frame, "days")) {
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "days"), env.opts.autoescape);
output += " days or more";
;
}
else {
output += "a long time";
;
}
output += ". It stays closed until you have signed in, with the network on.</p>\n  <p>Nothing is lost: what you wrote is still here.</p>\n  <p class=\"buttons\"><a class=\"button button-primary\" href=\"/sign-in?next=/tablet/\">Sign in</a></p>\n  <p class=\"lock-ways\"><a href=\"/tablet/people\">Someone else</a></p>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_waiting_safely.html", false, "tablet/silent.html", false, function(t_7,t_6) {
if(t_7) { cb(t_7); return; }
callback(null,t_6);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
callback(null,t_8);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</div>\n";
cb(null, output);
});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/today.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/today.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
output += t_4;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 1;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"page-head\">\n  <div>\n    <h1 tabindex=\"-1\">Today</h1>\n    <p>";
output += runtime.suppressValue(env.getFilter("day").call(context, runtime.contextOrFrameLookup(context, frame, "day")), env.opts.autoescape);
output += "</p>\n  </div>\n</div>\n";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_storage_warning.html", false, "tablet/today.html", false, function(t_7,t_6) {
if(t_7) { cb(t_7); return; }
callback(null,t_6);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_9,t_8) {
if(t_9) { cb(t_9); return; }
callback(null,t_8);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "drafts"))) {
output += "\n<section class=\"region\" aria-labelledby=\"drafts\">\n  <h2 id=\"drafts\">Not finished</h2>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_drafts.html", false, "tablet/today.html", false, function(t_11,t_10) {
if(t_11) { cb(t_11); return; }
callback(null,t_10);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_13,t_12) {
if(t_13) { cb(t_13); return; }
callback(null,t_12);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</section>\n";
});
}
output += "\n";
output += "\n<div class=\"today\" hx-get=\"/tablet/\" hx-trigger=\"jotter:changed from:body\" hx-select=\".today\" hx-swap=\"outerHTML\" hx-sync=\"this:replace\">\n  ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "questions"))) {
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_questions.html", false, "tablet/today.html", false, function(t_15,t_14) {
if(t_15) { cb(t_15); return; }
callback(null,t_14);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_17,t_16) {
if(t_17) { cb(t_17); return; }
callback(null,t_16);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
});
}
output += "\n  <section class=\"region\" aria-labelledby=\"my-pupils\">\n    <h2 id=\"my-pupils\">My pupils</h2>\n    ";
if(runtime.contextOrFrameLookup(context, frame, "has_many")) {
output += "\n    ";
output += "\n    <div class=\"field\" role=\"search\">\n      <label for=\"find\">Find a pupil</label>\n      <input id=\"find\" type=\"search\" autocomplete=\"off\" hx-preserve>\n    </div>\n    ";
;
}
output += "\n    <div id=\"found\">\n    ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "pupils"))) {
output += "\n    ";
frame = frame.push();
var t_20 = runtime.contextOrFrameLookup(context, frame, "groups");
if(t_20) {t_20 = runtime.fromIterator(t_20);
var t_19 = t_20.length;
for(var t_18=0; t_18 < t_20.length; t_18++) {
var t_21 = t_20[t_18];
frame.set("group", t_21);
frame.set("loop.index", t_18 + 1);
frame.set("loop.index0", t_18);
frame.set("loop.revindex", t_19 - t_18);
frame.set("loop.revindex0", t_19 - t_18 - 1);
frame.set("loop.first", t_18 === 0);
frame.set("loop.last", t_18 === t_19 - 1);
frame.set("loop.length", t_19);
output += "<div class=\"pupils-group\">\n      ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "groups")) > 1) {
output += "<h3>";
output += runtime.suppressValue(runtime.memberLookup((t_21),"title"), env.opts.autoescape);
output += "</h3>";
;
}
output += "\n      ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_pupil_cards.html", false, "tablet/today.html", false, function(t_23,t_22) {
if(t_23) { cb(t_23); return; }
callback(null,t_22);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_25,t_24) {
if(t_25) { cb(t_25); return; }
callback(null,t_24);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n    </div>";
});
}
}
frame = frame.pop();
output += "\n    <p class=\"empty empty-small\" id=\"none-found\" role=\"status\" hidden>No pupil of yours is called that.</p>\n    ";
;
}
else {
if(runtime.contextOrFrameLookup(context, frame, "is_first_pull")) {
output += "\n    <div class=\"empty\" role=\"status\"><h3>Fetching your pupils</h3><p>They come with the first sync, which needs the network once.</p></div>\n    ";
;
}
else {
output += "\n    <div class=\"empty\"><h3>No pupils yet</h3><p>The SENCO says who works with whom. As soon as you are given pupils, they appear here at the next sync.</p></div>\n    ";
;
}
;
}
output += "\n    </div>\n  </section>\n  <section class=\"region\" aria-labelledby=\"meetings\">\n    <h2 id=\"meetings\">Meetings</h2>\n    ";
if(env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "meetings")) || env.getFilter("length").call(context, runtime.contextOrFrameLookup(context, frame, "begun"))) {
output += "\n    <ul class=\"plain-list\">\n      ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_meetings_begun.html", false, "tablet/today.html", false, function(t_27,t_26) {
if(t_27) { cb(t_27); return; }
callback(null,t_26);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_29,t_28) {
if(t_29) { cb(t_29); return; }
callback(null,t_28);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n      ";
frame = frame.push();
var t_32 = runtime.contextOrFrameLookup(context, frame, "meetings");
if(t_32) {t_32 = runtime.fromIterator(t_32);
var t_31 = t_32.length;
for(var t_30=0; t_30 < t_32.length; t_30++) {
var t_33 = t_32[t_30];
frame.set("meeting", t_33);
frame.set("loop.index", t_30 + 1);
frame.set("loop.index0", t_30);
frame.set("loop.revindex", t_31 - t_30);
frame.set("loop.revindex0", t_31 - t_30 - 1);
frame.set("loop.first", t_30 === 0);
frame.set("loop.last", t_30 === t_31 - 1);
frame.set("loop.length", t_31);
output += "<li class=\"card meeting-card\">\n        <p><strong>";
output += runtime.suppressValue(env.getFilter("day").call(context, runtime.memberLookup((t_33),"on")), env.opts.autoescape);
output += "</strong> with the parents of ";
output += runtime.suppressValue(runtime.memberLookup((t_33),"name"), env.opts.autoescape);
output += "</p>\n        <a class=\"button\" id=\"begin-";
output += runtime.suppressValue(runtime.memberLookup((t_33),"pupil_id"), env.opts.autoescape);
output += "-";
output += runtime.suppressValue(runtime.memberLookup((t_33),"on"), env.opts.autoescape);
output += "\" href=\"/tablet/pupils/";
output += runtime.suppressValue(runtime.memberLookup((t_33),"pupil_id"), env.opts.autoescape);
output += "/meetings/new\">Begin</a>\n      </li>\n      ";
;
}
}
frame = frame.pop();
output += "\n    </ul>\n    ";
});
}
else {
output += "\n    <p class=\"empty empty-small\">No meeting is planned. A meeting begins on the pupil's page.</p>\n    ";
;
}
output += "\n  </section>\n</div>\n<p class=\"who\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"name"), env.opts.autoescape);
output += " · <a href=\"/tablet/settings\">Your settings</a> · <a href=\"/tablet/sign-out\">Sign out</a></p>\n";
cb(null, output);
});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
"tablet/unlock.html": (function() {function root(env, context, frame, runtime, cb) {
var lineno = 0;
var colno = 0;
var output = "";
try {
var parentTemplate = null;
env.getTemplate("layouts/tablet.html", true, "tablet/unlock.html", false, function(t_3,t_2) {
if(t_3) { cb(t_3); return; }
parentTemplate = t_2
for(var t_1 in parentTemplate.blocks) {
context.addBlock(t_1, parentTemplate.blocks[t_1]);
}
output += "\n";
env.getTemplate("shared/_fields.html", false, "tablet/unlock.html", false, function(t_5,t_4) {
if(t_5) { cb(t_5); return; }
t_4.getExported(function(t_6,t_4) {
if(t_6) { cb(t_6); return; }
context.setVariable("field", t_4);
output += "\n";
(parentTemplate ? function(e, c, f, r, cb) { cb(""); } : context.getBlock("main"))(env, context, frame, runtime, function(t_8,t_7) {
if(t_8) { cb(t_8); return; }
output += t_7;
output += "\n";
if(parentTemplate) {
parentTemplate.rootRenderFunc(env, context, frame, runtime, cb);
} else {
cb(null, output);
}
})})})});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
function b_main(env, context, frame, runtime, cb) {
var lineno = 2;
var colno = 3;
var output = "";
try {
var frame = frame.push(true);
output += "\n<div class=\"lock-sheet\" data-locked>\n  <div class=\"lock-head\">\n    <h1 tabindex=\"-1\">Unlock</h1>\n    <p class=\"lock-name\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"name"), env.opts.autoescape);
output += "</p>\n  </div>\n  <form class=\"form\" method=\"post\" action=\"/tablet/unlock\" novalidate data-once data-secret>\n    <input type=\"hidden\" name=\"person\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"id"), env.opts.autoescape);
output += "\">\n    <input type=\"hidden\" name=\"next\" value=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "next"), env.opts.autoescape);
output += "\">\n    <div class=\"field";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"passcode")) {
output += " field-wrong";
;
}
output += "\">\n      <label for=\"passcode\">Passcode</label>\n      ";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"passcode")) {
output += "<p class=\"error-message\" id=\"passcode-error\" role=\"alert\">";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"passcode"), env.opts.autoescape);
output += "</p>";
;
}
output += "\n      <input class=\"input\" id=\"passcode\" name=\"passcode\" type=\"password\" autocomplete=\"current-password\" maxlength=\"200\" autofocus";
if(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "wrong")),"passcode")) {
output += " aria-invalid=\"true\" aria-describedby=\"passcode-error\"";
;
}
output += ">\n    </div>\n    <p class=\"message message-wrong\" role=\"alert\" data-form-message hidden></p>\n    <button class=\"button button-primary button-wide button-large\" type=\"submit\">Unlock</button>\n  </form>\n  ";
if(runtime.contextOrFrameLookup(context, frame, "fingerprint")) {
output += "\n  <form method=\"post\" action=\"/tablet/unlock/fingerprint\" data-secret data-fingerprint=\"use\" data-credential=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fingerprint")),"credential_id"), env.opts.autoescape);
output += "\" data-salt=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "fingerprint")),"salt"), env.opts.autoescape);
output += "\" hidden>\n    <input type=\"hidden\" name=\"person\" value=\"";
output += runtime.suppressValue(runtime.memberLookup((runtime.contextOrFrameLookup(context, frame, "person")),"id"), env.opts.autoescape);
output += "\">\n    <input type=\"hidden\" name=\"next\" value=\"";
output += runtime.suppressValue(runtime.contextOrFrameLookup(context, frame, "next"), env.opts.autoescape);
output += "\">\n    <input type=\"hidden\" name=\"prf\" value=\"\">\n    <p class=\"message message-wrong\" role=\"alert\" data-form-message hidden></p>\n    <button class=\"button button-wide button-large\" type=\"submit\">Use fingerprint or face</button>\n  </form>\n  ";
;
}
output += "\n  <p class=\"lock-ways\"><a href=\"/tablet/people\">Someone else</a> <a href=\"/tablet/forgotten\">Forgotten passcode</a></p>\n  ";
var tasks = [];
tasks.push(
function(callback) {
env.getTemplate("tablet/_waiting_safely.html", false, "tablet/unlock.html", false, function(t_10,t_9) {
if(t_10) { cb(t_10); return; }
callback(null,t_9);});
});
tasks.push(
function(template, callback){
template.render(context.getVariables(), frame, function(t_12,t_11) {
if(t_12) { cb(t_12); return; }
callback(null,t_11);});
});
tasks.push(
function(result, callback){
output += result;
callback(null);
});
env.waterfall(tasks, function(){
output += "\n</div>\n";
cb(null, output);
});
} catch (e) {
  cb(runtime.handleError(e, lineno, colno));
}
}
return {
b_main: b_main,
root: root
};
})(),
};
