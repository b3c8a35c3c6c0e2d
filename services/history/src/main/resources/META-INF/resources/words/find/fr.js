// What the page says where meters are looked for, in French: fetched once somebody does.
export default {
  findWhat:
    "Les appareils qui s'annoncent dans le réseau de la passerelle de SEM, et les ports série que personne ne lit. Jusqu'à une demi-minute.",
  findKey: "La clé de l'administrateur :",
  findLook: "Chercher",
  finding: "Recherche …",
  findDone: "Voici ce qui a été trouvé. Mettez la ligne là où SEM est lancé, ou dans ses réglages :",
  findNothing:
    "Aucun compteur n'a été trouvé. Un appareil qui ne s'annonce pas est donné par son adresse ; depuis un conteneur, le réseau de la maison n'est pas accessible.",
  findRead: "est déjà lu, comme {meter}",
};
