// Chosen by hand for the bundled demo: accounts of institutions, and of people for the public office that they held when
// the data was recorded. Nobody else's profile or name goes in. Handles as the sources write them.

const handles = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().trim().split(/\s+/))

/** Verified accounts outside Congress and the universities whose profile is bundled. */
export const institutionsWithProfile = handles(`
  nytimes nytvideo washingtonpost WSJ Reuters ReutersUS business BW CNN cnnbrk NPR nprpolitics NewsHour BBCBreaking TheEconomist
  NewYorker TheAtlantic ForeignAffairs Forbes FiveThirtyEight axios thehill rollcall cspan dcexaminer WashTimes townhallcom reason
  TheIJR Shareblue nowthisnews BuzzFeedNews YahooNews ABCPolitics BostonGlobe freep detroitnews aldotcom keloland waff48 DMNOpinion
  mashable mental_floss espn CityLab NextCityOrg MichiganRadio detroitpublictv
  timeshighered chronicle insidehighered USNewsEducation HuffPostCollege ConversationUS ConversationEDU QuantaMagazine ScienceMagazine
  sciam NaturePortfolio scifri YaleE360 HarvardBiz mitsmr StanfordGSB
  NASA NASA_Johnson NSF NIH NOAA NOAAFisheries EPA US_FDA FBI NEHgov usedgov StateDept doscareers USNavy DeptVetAffairs WHOSTP44 POTUS44
  smithsonian aaas theNASciences IPCC_CH FAScientists
  gatesfoundation FordFoundation MellonFdn RockefellerFdn ObamaFoundation BrookingsInst pewresearch IPPR urbaninstitute APPCPenn
  YaleClimateComm ClimateCoLab AldaCenter columbiawater CC_Yale MITSloanSusty waynestate DIADetroit MEDC
  Twitter verified TwitterSupport TwitterLive TwitterUK TwitterGov Nonprofits TwitterAPI TwitterMoments YouTube Meta Spotify SpaceX
  hootsuite Esri techstars msphilanthropic
  youngdems OfficialCBC LCVoters NFIB USGLC jstreetdotorg yaf AmericasVoice votevets iava ConcernedVets GotYourSix mercycorps
  SCActionNetwork Everytown FWD_us foodandwater UFCW
  realDonaldTrump JustinTrudeau narendramodi AOC RepScottPeters dawnzimmernj
`)

/** Accounts that posts mention and of which no profile is known, whose name is bundled. */
export const institutionsByName = handles(`
  POTUS VP FLOTUS WhiteHouse SecretaryZinke SecShulkin USAGSessions SecretarySonny SecretaryCarson BetsyDeVosED SBALinda EPAScottPruitt
  Secy_State_US AjitPaiFCC GovMattBevin WVGovernor GovernorVA GovernorMarkell LtGovBradLittle ArmyChiefStaff RepRalphNorman
  TheJusticeDept USCG ENERGY Interior DeptofDefense librarycongress USAID USTreasury uscapitol CMSGov YellowstoneNPS GlacierNPS samhsagov
  HouseFloor USMC USGSA DHSgov CFPB uscoastguard usnistgov CommerceGov Scotus FCC USCBO CapitolPolice TravelGov FERC fema NRCgov usairforce
  PeaceCorps HeadStartgov ICEgov ChippewaNF NatlParkService TSA NMAAHC starsandstripes ArmySMDC VAWallaWalla AtlantaVAMC secnav76
  countyofsb CR_Police CityofEasley CityLittleRock MiamiDadePD fortworthpd kcpolice SBCOUNTYFIRE NYC_DOT MichSoS NormalILL HillsboroughSch
  SCcommerce ohiodnr SFWMD LivParish SJBPgov HumanServicesCT mnstatefair IndyStateFair
  ohiogop washdems PAGOP GaRepublicans texasdemocrats ecdems greenecomoGOP PWCGOP pcgop morgancountygop RoanokeGOP HELPCmteDems
  LGBTEqCaucus PreKCaucus HispanicCaucus theHCDC NFRW MNFRW CHCI ATXDemVeterans OrangeDemsFL
  NBCNews MSNBC FoxNews FoxNewsInsider FoxNewsOpinion CNBC CNNnewsroom AP politico Slate TPM usnews latimes nytopinion nytclimate UniNoticias
  cspanvl cspanradio cspanwj SunSentinel startelegram dallasnews Suntimes bostonherald HeraldRadio BostonMagazine NOLAnews MLive RCJournal
  WDTnews The_Robesonian EastOregonian NorfolkNews capitalpress NewsOK newspressnow turlockjournal aurorasentinel thedailycitizen
  Register_Herald CSTribune LowellSunNews lohud adndotcom mySA CCurrentArgus DPOpinion Trib_ed_board threeriversnews columbusbiz1st
  WTRF7News KHQA WCVB 8NEWS WOODTV wluctv6 WKRG wpri12 whiotv cbsbaltimore wtam1100 1055WERC KOTARadio KBOI670 wobm AM1690 KyTonightKET
  BreitbartNews LifeZette TheNatlInterest MorningConsult Medium farmdaily maristpoll
  UDelaware NDSU UVA HowardU WestVirginiaU WVStateU deanza_college cerritoscollege stcloudstate EdgewoodCollege IL_Wesleyan RITNTID
  MayoClinic MedStarWHC SMHCS NorthwellCEMS evansschool
  AIPAC EconomicPolicy sandyhook ACUConservative CenterOnBudget TaxPolicyCenter RSI AFLCIO AFSCME AFGENational USChamber NAACP NAACP_LDF LULAC
  ACLUFL MoveOn FreedomWorks AFPhq IndivisibleTeam swingleft emilyslist PeaceAction ewg citizensclimate March_for_Life ACTforNIH
  autismspeaks NDSS alzassociation afspnational afspadvocacy ReeveFoundation toendhunger HomesForOurTrps Op_Homefront the_USO VFWHQ
  AmericanLegion studentvets purpleheart1782 AmerMedicalAssn amerambassoc AARPNY AOPA AGCofA IdahoAGC nmpf farmcredit SugarAlliance msbankers
  lrchamber hazletonchamber PeoriaChamber JAXChamber ChamberWichita NebraskaChamber LittleLeague NationalHistory AT_Conservancy
  HomeDepot HyVee MillerCoors Corning Nestle NestleUSA AmericanAir Weyerhaeuser Whataburger Snapchat FISGlobal ParkerAerospace
  Lions Titans NissanStadium SoundersFC TimbersFC Phillies TBBuccaneers NDSUfootball
`)
