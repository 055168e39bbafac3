// Every eight seconds: may this page stay? Without an answer it does.
(() => {
  const address = location.pathname.replace(/\/+$/, "") + "/open" + location.search;
  const ask = async () => {
    try {
      const answer = await fetch(address, { cache: "no-store", credentials: "omit" });
      if (answer.ok && (await answer.json()) === false) location.reload();
    } catch { /* the server is away for a moment */ }
  };
  setInterval(ask, 8000);
  addEventListener("pageshow", (event) => event.persisted && ask());
  document.addEventListener("visibilitychange", () => document.hidden || ask());
  addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((one) => { one.open = true; }));
})();
