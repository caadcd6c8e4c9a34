const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Words that the names of shops, firms, schools, churches, offices and papers have and the names of people have not, in many languages. */
export const tradeWords = words(`
  bakery bakers brewery brewing distillery winery vineyard vineyards restaurant restaurants bistro brasserie pizzeria trattoria ristorante osteria taqueria
  eatery diner steakhouse catering hotel hotels hostel motel inn resort spa apartments lodge salon barbershop boutique outlet store stores shop shops mall
  supermarket market markets grocery pharmacy drugstore bookstore bookshop florist jewelers jewellers furniture flooring plumbing roofing heating electrical
  landscaping contractors construction builders realty properties homes rentals leasing mortgage insurance bank credit bancorp capital holdings ventures
  logistics freight trucking transport airlines airways motors automotive dealership garage towing solutions consulting consultants consultancy associates
  systems software technologies technology labs laboratories industries manufacturing enterprises products supplies services group inc llc ltd llp corp plc pty
  pvt gmbh ag kg ohg ug sarl srl sas spa bv nv oy aps ab asa hf sro doo kft slu sl sociedad company co cooperative
  university college school schools academy institute faculty kindergarten preschool daycare library libraries museum gallery theater theatre cinema opera orchestra
  philharmonic choir church chapel cathedral parish ministries ministry mission mosque masjid synagogue temple diocese hospital clinic clinics medical dental dentistry
  veterinary hospice healthcare police sheriff fire rescue department dept council county township borough municipality government senate congress parliament embassy
  consulate agency bureau commission committee authority commissioner board district federation foundation charity trust association society alliance coalition
  union guild league club fc afc sc cf athletics sports tournament championship festival conference summit expo awards chamber network nonprofit ngo
  newspaper news gazette tribune herald times post chronicle journal magazine review press publishing publishers books records recordings productions studios
  entertainment media radio tv television channel broadcasting podcast photography films films weddings events tours travel charters adventures fitness gym yoga
  farms ranch orchard nursery feed seeds gardens zoo aquarium park parks brothers bros sons attorneys lawyers law legal accounting tax
  bäckerei baeckerei konditorei metzgerei fleischerei gasthaus gasthof restaurant gaststätte apotheke praxis kanzlei klinik krankenhaus kirche gemeinde kirchengemeinde
  schule gymnasium hochschule universität volkshochschule kita feuerwehr polizei rathaus landkreis bundesamt ministerium landtag bundestag verein ev stiftung verband
  gewerkschaft partei zeitung nachrichten rundfunk verlag buchhandlung autohaus werkstatt spedition immobilien versicherung versicherungen sparkasse bank
  volksbank handwerk elektro sanitär malerbetrieb friseur kosmetik
  boulangerie pâtisserie boucherie pharmacie librairie brasserie crêperie hôtel auberge mairie préfecture gendarmerie ministère ambassade église paroisse école collège
  lycée université hôpital clinique cabinet notaires avocats syndicat fédération association fondation société entreprise agence éditions journal musée théâtre médiathèque
  coiffure immobilier assurances garage transports
  panadería panaderia pastelería carnicería ferretería farmacia librería papelería restaurante cafetería taquería hotel hostal posada supermercado tienda tiendas joyería
  peluquería taller talleres concesionario inmobiliaria constructora construcción construccion construcciones transportes seguros banco ayuntamiento alcaldía municipalidad
  gobernación gobierno ministerio secretaría policía bomberos embajada consulado iglesia parroquia diócesis colegio escuela instituto universidad facultad hospital clínica
  abogados asociación sindicato federación fundación partido periódico diario noticias revista editorial editores emisora radio televisión museo teatro biblioteca
  hermanos sociedad empresa empresas agencia servicios soluciones productos
  padaria confeitaria açougue farmácia drogaria livraria papelaria lanchonete churrascaria pizzaria pousada mercado supermercados loja lojas oficina autopeças concessionária
  imobiliária construtora transportadora seguradora prefeitura câmara governo secretaria polícia bombeiros embaixada igreja paróquia diocese escola colégio faculdade
  universidade hospital clínica advogados advocacia sindicato federação associação fundação jornal notícias revista editora rádio emissora museu irmãos agência serviços soluções
  panetteria pasticceria macelleria farmacia libreria pizzeria albergo agriturismo negozio officina concessionaria comune municipio provincia regione ministero polizia carabinieri
  ambasciata chiesa parrocchia scuola liceo istituto università ospedale studio avvocati sindacato federazione associazione fondazione giornale notizie rivista editore fratelli
  bakkerij slagerij apotheek boekhandel winkel gemeente politie brandweer ministerie kerk school hogeschool universiteit ziekenhuis praktijk advocaten vakbond vereniging
  stichting krant nieuws uitgeverij makelaardij installatiebedrijf
  belediyesi belediye üniversitesi lisesi okulu hastanesi eczanesi oteli restoran kafe bakanlığı derneği vakfı gazetesi haber haberler şirketi inşaat mobilya
  toko warung rumahsakit universitas sekolah dinas kementerian kabupaten pemkot polres polda yayasan koran berita
  szkoła uniwersytet szpital urząd gmina parafia fundacja stowarzyszenie sklep restauracja apteka gazeta
  магазин радио университет институт школа газета компания завод фабрика музей театр центр министерство клуб ресторан кафе гостиница отель банк больница клиника
  администрация фонд союз журнал новости канал телеканал издательство агентство ооо зао оао
  магазин університет інститут компанія міністерство лікарня готель новини газета
  مطعم شركة شركه جامعة جامعه مدرسة مدرسه مستشفى وزارة وزاره صحيفة صحيفه قناة قناه جمعية جمعيه مؤسسة مؤسسه مجلة مجله إذاعة متجر مركز فندق نادي بنك مكتبة متحف أخبار اخبار
  عيادة صيدلية معهد كلية هيئة بلدية بلديه`)

/** In scripts without spaces a name is one word: what it ends in, or holds. */
const inOneWord =
  /大学|大學|学院|學院|学校|學校|高校|公司|株式会社|有限会社|会社|銀行|银行|医院|醫院|病院|新聞|新闻|新聞社|放送|电视台|電視台|協会|協會|协会|委員会|委员会|研究所|図書館|图书馆|博物館|博物馆|美術館|出版社|百货|百貨|商店|書店|书店|食堂|酒店|公式|官方|編集部|編輯部|対策|警察|消防|省$|庁$|店$|社$|局$|대학교|학교|주식회사|신문|방송|병원|은행|협회|위원회|연구소|박물관|공식|뉴스|시청$|구청$|โรงเรียน|มหาวิทยาลัย|บริษัท|โรงพยาบาล|ร้าน/u

/** Whether a word of a name, in a script without spaces, speaks of a trade. */
export function isTradeInOneWord(token: string): boolean {
  return token.charCodeAt(0) > 0xe00 && inOneWord.test(token)
}
