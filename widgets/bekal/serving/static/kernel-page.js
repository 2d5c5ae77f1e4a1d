// The page of a lesson that needs a kernel: says so at once when the kernel can no longer be heard.
(function () {
  "use strict";

  // Voilà's script calls these; cells are shown as they arrive, so there is nothing to do.
  window.voila_process = window.voila_finish = window.voila_heartbeat = window.display_cells = function () {};

  var GONE = /"execution_state":\s*"(dead|restarting|autorestarting|terminating)"/;
  var Plain = window.WebSocket;
  var leaving = false;
  var ended = false; // a kernel that starts again knows nothing of this page

  window.addEventListener("beforeunload", function () { leaving = true; });

  function say(lost) {
    var banner = document.getElementById("bekal-lost");
    if (banner && !leaving) banner.hidden = !lost && !ended;
  }

  function listen(message) {
    var data = message.data;
    var text = typeof data === "string" ? data : new TextDecoder().decode(data);
    ended = ended || GONE.test(text);
    if (ended) say(true);
  }

  function Watched(address, protocols) {
    var socket = protocols === undefined ? new Plain(address) : new Plain(address, protocols);
    socket.addEventListener("open", function () { say(false); });
    socket.addEventListener("close", function () { say(true); });
    socket.addEventListener("message", listen);
    return socket;
  }

  Watched.prototype = Plain.prototype;
  ["CONNECTING", "OPEN", "CLOSING", "CLOSED"].forEach(function (name) { Watched[name] = Plain[name]; });
  window.WebSocket = Watched;
})();
