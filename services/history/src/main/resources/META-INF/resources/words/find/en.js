// What the page says where meters are looked for, in English: fetched once somebody does.
export default {
  findWhat:
    "Devices that announce themselves in the network of SEM's gateway, and serial ports that nobody reads. Up to half a minute.",
  findKey: "The administrator's key:",
  findLook: "Look",
  finding: "Looking …",
  findDone: "This was found. Put the line where SEM is started, or into its settings:",
  findNothing:
    "No meter was found. A device that does not announce itself is given by its address; from a container the network at home is not reached.",
  findRead: "is read already, as {meter}",
};
