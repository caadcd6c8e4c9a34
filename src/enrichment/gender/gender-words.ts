const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/** One table of lists of words, and which list a word stands in: the first one that has it. */
function tableOf<List extends string>(lists: Readonly<Record<List, readonly string[]>>): ReadonlyMap<string, List> {
  const table = new Map<string, List>()
  for (const list of Object.keys(lists) as List[]) // Object.keys forgets the literal types.
    for (const word of lists[list]) if (!table.has(word)) table.set(word, list)
  return table
}

/** Titles before a name that only one sex has, without their dot. */
export const sexOfTitle = tableOf({
  female: words(
    'mrs ms miss mme mlle madame mademoiselle frau dame lady baroness duchess countess congresswoman councilwoman assemblywoman alderwoman chairwoman dra profa sra srta senora señora señorita dona doña signora sig.ra gobernadora senadora diputada deputada alcaldesa ministra presidenta princess sister mevrouw'
  ),
  male: words(
    'mr mister sir herr lord baron duke congressman councilman assemblyman alderman chairman señor senor don signor dhr meneer monsieur prince brother imam father'
  )
})

/** What people call themselves that only one sex is called: family, work, standing; English, Spanish, French, German, Italian, Portuguese. */
export const sexOfSelfWord = tableOf({
  female: words(`
    mom mum mommy mummy momma mama mother stepmom stepmother grandma grandmother granny nana wife housewife fiancée bride widow aunt auntie sister daughter godmother
    woman girl lady gal chick businesswoman congresswoman councilwoman assemblywoman chairwoman spokeswoman saleswoman sportswoman horsewoman cowgirl actress hostess
    authoress heiress waitress stewardess seamstress goddess priestess princess mompreneur fangirl girlboss ballerina feminista matriarch lesbian mamabear
    madre mamá mami esposa hija hermana abuela tía novia mujer chica escritora profesora abogada ingeniera diputada senadora directora doctora médica enfermera actriz
    psicóloga bióloga arquitecta autora diseñadora fotógrafa investigadora politóloga socióloga comunicadora concejala alcaldesa licenciada maestra traductora productora
    presentadora locutora emprendedora cantautora bailarina editora catedrática
    mère maman épouse fille sœur femme étudiante auteure autrice avocate professeure directrice rédactrice chercheuse enseignante présidente députée sénatrice conseillère
    fondatrice créatrice infirmière traductrice comédienne chanteuse danseuse blogueuse consultante passionnée
    mutter ehefrau tochter schwester frau mädchen studentin journalistin autorin lehrerin ärztin redakteurin schriftstellerin anwältin professorin beraterin forscherin
    politikerin künstlerin unternehmerin bloggerin fotografin psychologin historikerin übersetzerin sprecherin wissenschaftlerin ingenieurin gründerin schauspielerin
    mamma moglie figlia sorella donna ragazza scrittrice attrice avvocata professoressa dottoressa ricercatrice studentessa autrice traduttrice direttrice
    mãe mulher filha irmã namorada menina atriz advogada professora engenheira deputada vereadora pesquisadora médica apaixonada casada formada cantora
    kadın abla moeder vrouw dochter zus kvinna ibu istri
  `),
  male: words(`
    dad daddy father stepdad stepfather grandfather grandpa granddad grampa papa husband hubby fiancé groom widower uncle brother son godfather
    man guy boy dude bloke lad gentleman businessman congressman councilman assemblyman chairman spokesman salesman sportsman frontman cameraman fisherman cowboy fireman
    policeman anchorman fanboy bachelor patriarch bro girldad boydad sportsman handyman outdoorsman
    padre papá papi esposo marido hijo hermano abuelo tío novio hombre chico escritor profesor abogado ingeniero diputado senador médico enfermero
    psicólogo biólogo arquitecto diseñador fotógrafo investigador politólogo sociólogo comunicador concejal alcalde licenciado maestro traductor
    presentador locutor emprendedor cantautor bailarín catedrático
    père mari époux fils frère homme étudiant auteur avocat chercheur enseignant président député sénateur conseiller fondateur créateur infirmier traducteur comédien
    chanteur danseur blogueur passionné rédacteur
    vater ehemann sohn bruder mann junge familienvater
    papà marito figlio fratello uomo ragazzo scrittore attore avvocato professore dottore ricercatore autore traduttore direttore
    pai homem filho irmão namorado menino ator advogado engenheiro deputado vereador pesquisador apaixonado casado formado cantor
    vader zoon broer ayah suami
  `)
})

/** Pronouns that people state, by what they state with them. */
export const statedByPronoun = tableOf({
  female: words('she her hers ella elle ela dela lei sie ihr zij haar hon hun'),
  male: words('he him his él ele dele il lui er ihm hij hem han'),
  open: words('they them theirs ze zir xe xem ey em elu iel it its any all fae faer ve ver')
})

/** Before a word of the family these say that it is somebody else: `my wife`, `son of`, `for my mom`. */
export const ofOthers: ReadonlySet<string> = new Set(
  words(
    'my our your his her their the this that these those every other for by with miss love loves mi mis tu su mon ma mes ton ta sa mein meine meiner meinem mio mia minha meu her likes of to from @ best step your'
  )
)
