const words = (text: string): readonly string[] => text.trim().split(/\s+/)

/**
 * Frequent first names in Latin letters of languages that the public lists know little of, written down by hand: Japanese, then
 * Indian, Arabic and Persian, Slavic and Greek, Turkic and African ones. Names that both sexes have are left out.
 */
export const moreFirstNames = {
  female: words(`
    aiko akemi akiko asako asuka atsuko ayaka ayako ayumi chieko chihiro chika chikako chiyo chizuko eiko emiko eriko etsuko fumie fumiko hanako
    haruka haruko harumi hatsue hideko hiroko hisako honoka ikuko itsuko junko kaede kanako kaori kaoruko kasumi katsuko kayoko kazuko kazue
    keiko kikuko kimiko kiyoko kumiko kyoko machiko maiko maki mamiko mana manami mariko masako masumi mayuko mayumi megumi michiko midori
    mieko miho mika miki miku minako misaki misako mitsuko miwako miyako miyoko miyuki mizuki moe momoko motoko namiko nanako naoko naomi natsuko
    natsumi noriko nozomi rieko rika riko rina risako ritsuko ryoko sachiko sadako saeko sakiko sakura satoko sayaka sayuri setsuko shigeko shiho
    shizuko shoko sumiko tamiko taeko takako tamaki teruko tokiko tomoko tomomi toshiko tsuneko yasuko yoko yoriko yoshiko yukari yukie yukiko
    yuko yumi yumiko yuriko
    aditi aishwarya akanksha ananya anita anjali anjana ankita anshika anuradha anushka aparna archana arpita asha bhavana bhavna chandrika charu
    deepa deepika deepti devika divya durga gayatri geeta gita hema indira ishita jaya jayanthi jyoti kajal kalpana kamala kavita kavitha komal
    lalitha lakshmi lata lavanya leela madhuri malati mamta manisha manju meena meenakshi meera megha mridula nandini neelam neha nidhi nirmala
    nisha nita padma pallavi parvati pooja poonam prachi pragya pratibha preeti prerna priya priyanka puja purnima radha radhika rajani rakhi
    ramya rani rashmi rekha renuka reshma revathi ritika ritu roopa rupa sadhana sandhya sangeeta sangita sapna saraswati sarita saroja savita
    seema shalini shanta shanti sharmila shefali shilpa shobha shraddha shreya shruti shubha shweta simran sita smita smriti sneha sonali
    sridevi sudha sujata sulochana suman sunita supriya surabhi surekha sushila sushma swati tanvi tanya trupti urmila usha vaishali vandana
    varsha vasudha veena vibha vidya vijaya vimala vrinda yamini yashoda
    aisha ameera amina amira arwa asma ayesha aziza bushra dalia dina eman fadia farah farida fatema fatima fatma ghada habiba hadeel haifa hala
    hanan hend heba huda iman inas jamila karima khadija khadijah laila lamia latifa layla leila lina lubna maha mais malak manal maram mariam
    maryam marwa maysa mona muna nabila nada nadia nagwa najla najwa nawal nesma nermin noha noor nour noura rabia rana rania raghad rasha
    rawan reem rim rima ruba rula sahar salma salwa samira samia sana sara sawsan shahd shaimaa shereen sherine siham soha suha suhad sumaya
    suzan tahani wafaa widad yasmin yasmine yusra zahra zainab zeinab
    azadeh azar bahar bahareh behnaz elaheh elham elnaz fahimeh faezeh farzaneh fatemeh fereshteh forough golnaz hanieh hengameh homa katayoun khadijeh
    kobra ladan leyla mahboubeh mahdieh mahnaz mahsa mahshid mandana mansoureh maryam marzieh masoumeh mehri mina minoo mitra mojgan monireh nahid
    narges nasim nasrin nastaran nazanin negar negin niloofar nooshin parastoo parisa parvaneh parvin raheleh roya sahar sanaz sepideh shabnam
    shahla shahnaz shahrzad shirin shiva shohreh simin soheila solmaz somayeh soraya tahereh taraneh zahra zeynab ziba zohreh
    agnieszka aleksandra alena alesya alina alla anastasia anastasiia anastasiya anzhela antonina bozena danuta daria darya dorota ekaterina elena
    elizaveta evgenia evgeniia evgeniya galina grazyna halina hanna inga inna irina iryna jadwiga jelena joanna kateryna katarzyna khrystyna ksenia ksenija
    larisa larysa lidia lidiya lyubov lyudmila liudmila ludmila magdalena malgorzata marharyta margarita maryna marija mariia mariya milica nadezhda
    nadiia natalia nataliia nataliya natalya nina oksana oleksandra olena olesya olga olha polina raisa sofiia snezana svetlana svitlana taisiya
    tamara tatiana tatyana tetiana ulyana valentina valeriya varvara vera veronika viktoriia viktoriya yana yekaterina yelena yevgenia yulia
    yuliia yuliya zhanna zinaida zofia zoya
    aikaterini anastasia anthoula areti argyro aspasia chrysoula despina dimitra efthymia eftychia eirini eleftheria eleni evangelia fotini georgia
    ioanna kalliopi katerina konstantina kyriaki magdalini panagiota paraskevi sofia stavroula styliani theodora vasiliki zoi
    ayse aysegul aysel aysun bahar banu basak belgin berna beyza burcu busra canan cigdem demet derya dilek duygu ebru ece eda elif emine esra
    fadime fatma feride filiz funda gamze gonca gonul gul gulay gulcan guler gulsen gulsum hacer hande hatice havva hulya ilknur ipek kubra
    leman melek melike meltem meral merve meryem mine muge nalan nazan nazli nermin neslihan nesrin nevin nihal nilay nilgun nilufer nuray
    nurcan nurhan nursel ozge ozlem pelin pinar reyhan saliha seda sebnem seher selma semra serap serpil sevda sevgi sevil sevim sevinc sibel
    songul sule sumeyye tugba tulay ulku yasemin yeliz zehra zeliha zerrin zeynep
    abena adaeze adwoa afua akosua ama amara ngozi chiamaka chidinma chinwe chioma efua folake funmilayo ifeoma ijeoma kemi nkechi nneka
    nomsa nthabiseng obioma oluwatoyin omolara palesa precious refilwe thandeka thandiwe titilayo uju yetunde zanele
    ayu dewi endang fitri indah kartika lestari ningsih nurul putri ratna rina siti sri wulan wulandari yuliana
    thi huong nhung trang thuy
    aino aliisa anneli annikki eeva eija eila hanna hannele heidi helena heli henna hilkka inkeri irmeli jaana johanna kaarina kaija kirsi kirsti kristiina leena liisa maarit maija mari marja marjatta marjo merja mervi minna
    niina outi paivi paula pirjo pirkko raija riikka riitta ritva saara sanna sari satu seija sirkka sirpa soile suvi taina tarja tellervo terhi tiina tuija tuula ulla
    aive anu epp ester evelin helle hille imbi kadri katrin kersti krista kulli liina lea maarja mall mare merike piret reet signe siiri silvia tiia tiiu triin ulle urve
    agne asta audrone ausra birute dalia danute daiva egle giedre grazina indre inga jolanta jurate kristina laima laura lina loreta neringa rasa rita rima ruta sandra vaida vilma virginija zivile
    agnese aija anda ance baiba dace daiga evija guna ieva ilze inese inara ineta iveta kristine laila liga linda madara mara mairita sandra santa sanita sarmite solvita vija zane zanda
    anneke annemarie annemiek annelies antje anouk carolien corrie elsbeth femke fenna frederike geertje gerda greetje gerrie hanneke hedwig hendrika hilde ilse ineke inge jacoba janneke jantje jolanda joke josien karin lies liesbeth lieve lotte maaike
    machteld margriet marieke marijke marion marit marjan marjolein mieke mirjam nienke noortje petra renske riet roos saskia sanne sietske sofie tineke tjitske trijntje truus willemijn willemien wilma
    aase astrid berit bente bodil britt brit dagny dorte dorthe eldbjorg eva-lotta gerd gro grethe gunhild gunilla gunn guro hege heidrun helga helle hilde hjordis ingeborg inger ingunn ingvild johanne jorunn jytte karen karianne kari karina kirsten kjersti laila lise liv
    lone maj maren margrethe marit marianne mette merete nanna oddny pernille pia ragnhild randi reidun runa sidsel sigrid signe silje siri sissel siv solveig solvi sonja stine sunniva susanne tanja tone torill tove trine tuva turid turid ulla unn vibeke vigdis
    agneta anna-karin anneli birgitta britta brita cecilia elisabet gudrun gun gunvor ingegerd ingela ingrid kerstin kristina lena linnea lisbeth maj-britt margareta marie monika pernilla siw ulrika viveca yvonne asa
    anelia albena bilyana boryana daniela darina desislava dessislava diana donka elitsa emilia galya ginka iglika iliana ivanka joana kalina kapka krasimira lilyana maya margarita mariela mariyana milena mira nadezhda nadya neli nevena nikoleta petya plamena radka radostina ralitsa
    rositsa rumyana silvia snezhana stanka stefka svetla temenuzhka teodora tsveta tsvetana tsvetelina vanya velichka veselina vesela violeta yana yordanka zdravka zlatka zornitsa
    ana-paula bernadete conceicao cristiane elisangela elizete fatima fernanda filomena flavia francisca gabriela gisele glaucia heloisa iracema ivone jaqueline josefa juliana jussara lourdes luciana luciene luiza luzia marcia marilene marilia marina
    marizete marlene neusa raimunda regiane rosangela rosana roseli rosemary rosimeire silvana simone solange sueli tania tatiane terezinha valeria vanda vanessa vera vilma viviane zelia
    amrita anindita anjana anusha arundhati asmita bharati bhagyashree bindu chaitali chandana chetana debjani debasmita deboleena dipti durba esha ganga gargi gauri gouri hansa hema heena indrani ipsita jayashree jayanti jharna jhumpa kakoli kanika kiranmayi
    krupa kumkum lekha leena lipika madhavi mahalakshmi mallika mandira manasi manjula mausumi mitali moumita mousumi mukta namita namrata nandita nayana neeta neeraja neha nilima nirupama nivedita padmini padmaja papiya paromita payal pratima preethi priyadarshini purnima rachana
    rajeshwari rama ranjana revati rina rohini roshni ruchi rukmini rupali rupsa sagarika sanchita sangeetha sanjana savitha shaila shailaja shalaka shanthi sharada sharmistha sheetal shikha shilpi shipra shivani shivangi shridevi shruthi shyamala sindhu smitha
    sohini sonal sonia srilatha subhadra subhashini sucheta suchitra sudeshna sugandha suhasini sujatha sukanya sulekha suma sumana sumathi sumitra sunanda sunitha suparna supriti sushmita sutapa swapna swarna tanuja tanusree tara thara tripti triveni ujjwala uma usharani utpala vaidehi vaishnavi
    vani vasanthi vasudha vasundhara vidhya vijayalakshmi vimala vinita vineeta yamuna yashaswini
    abimbola adenike aminata aissatou akosua amaka awa bintou bolanle busisiwe buhle coumba dineo fanta fatou fatoumata folasade funmi hadiza hawa khady khumo lerato lindiwe mariama mariame mpumi ndeye nokuthula nomvula nonhlanhla nosipho ntombi oumou penda
    ramatoulaye rokia rokhaya salimata simangele siphokazi thandi thulile wambui wangari wanjiru wanjiku yaa yewande zandile zinhle zodwa
    kanokwan kanya malee nattaya ngamnit nongnuch orawan patcharin pornthip ratana siriporn sirirat somjai suda sunisa supaporn wanida wilai
  `),
  male: words(`
    akihiko akihiro akihito akio akinori akira atsushi daichi daiki daisuke eiichi eiji fumio goro hajime haruki haruo haruto hayato hideaki hidehiko hideki
    hidenori hideo hideto hideyuki hirofumi hiroki hironori hiroshi hiroto hiroyoshi hiroyuki hisashi hitoshi ichiro isamu isao itaru jiro junichi junya kazuaki
    kazuhiko kazuhiro kazuki kazuma kazunori kazuo kazushi kazuto kazuya kazuyoshi kazuyuki keiichi keiji keisuke keita keitaro kenichi kenji kenjiro kensuke
    kenta kentaro kenzo kiichi kiyoshi kohei koichi koji kosuke kota kouji kozo kunihiko makoto manabu masaaki masafumi masahide masahiko masahiro masakazu
    masaki masanori masao masaru masashi masataka masato masatoshi masaya masayoshi masayuki michio mikio minoru mitsuhiro mitsuo mitsuru motohiro nobuaki nobuhiko
    nobuhiro nobuo nobuyuki noboru norihiro norio noriyuki osamu riku rintaro ryo ryohei ryoichi ryoji ryosuke ryota ryotaro ryuichi ryuji sadao saburo satoru
    satoshi seiichi seiji seiya shigeki shigeo shigeru shigeyuki shingo shinichi shinichiro shinji shinsuke shintaro shinya shogo shohei shoichi
    shoji shota shotaro shuhei shuichi shuji shunichi shunsuke soichiro soji sota susumu tadao tadashi taichi taiki takaaki takafumi takahiko takahiro takahisa takao
    takashi takato takayoshi takayuki takehiko takehiro takeo takeru takeshi takuma takumi takuro takuya taro tatsuhiko tatsuo tatsuro tatsuya teruo tetsuo
    tetsuro tetsuya tohru tomohiko tomohiro tomokazu tomoki tomonori tomoya tomoyuki toru toshiaki toshihiko toshihiro toshikazu toshiki toshio toshiro toshiyuki
    tsutomu tsuyoshi wataru yasuaki yasuhiko yasuhiro yasunori yasuo yasushi yasutaka yasuyuki yoichi yohei yoji yoshiaki yoshifumi yoshihiko yoshihiro yoshihisa
    yoshikazu yoshiki yoshinobu yoshinori yoshio yoshitaka yoshito yoshiyuki yosuke yugo yuichi yuichiro yuji yukihiro yukio yusaku yusuke yuta yutaka yuto yuya
    abhijit abhinav abhishek aditya ajay ajit akash akhil akshay alok aman amar amit amitabh anand anil aniket anirban anirudh ankit ankur
    anoop anshul anuj anup anurag arijit arjun arnab arun arvind ashish ashok ashutosh ashwin atul avinash ayush balaji bharat bhaskar bhavesh bhupendra
    bijay bipin birendra biswajit chandan chandrasekhar chetan debashis deepak dev devendra dhananjay dharmendra dheeraj dhruv dilip dinesh dipak
    ganesh gaurav gautam girish gopal govind harish harsh hemant hitesh indrajit jagdish jatin jayesh jeetendra jignesh jitendra kailash
    kalyan kamal kapil karan karthik kartik kaushik ketan kishore krishna kshitij kunal lalit madhav madhusudan mahendra mahesh manish
    manoj mayank milind mohan mohit mukesh mukul murali nagaraj nagendra narayan narendra naresh naveen neeraj nikhil nilesh niraj nitesh nitin
    pankaj parag paresh parth partha pavan pawan piyush prabhat prabhu pradeep praful prakash pramod pranav prasad prasanna prashant prashanth pratap prateek pratik
    praveen puneet pushkar raghav raghu raghunath rahul raj rajan rajat rajeev rajendra rajesh rajiv rajkumar rakesh ram raman ramakrishna ramesh ranjan ranjit
    rathin ravi ravindra ravishankar ritesh rishabh rishi rohan rohit roshan sachin sagar sameer samir sandeep sanjay sanjeev sanjiv sankar santosh sarvesh satish satyajit
    satyendra saurabh saurav shailendra shailesh shantanu sharad shashank shekhar shiv shivam shridhar shrikant shubham shyam siddharth siddhartha somnath souvik sourav
    srikanth srinivas srinivasan subhash subramanian sudhakar sudhanshu sudheer sudhir sujit sukumar sumit sundar sunil suraj suresh surendra surya sushil swapnil tapan
    tarun tushar uday ujjwal umesh upendra utkarsh vaibhav varun vasant vasudevan venkat venkatesh vibhor vijay vikas vikram vimal vinay vineet vinod vipin vipul
    viraj virendra vishal vishnu vishwanath vivek yash yashwant yogesh
    abbas abdalla abdallah abdel abdelrahman abdul abdulaziz abdullah abdulla abdulrahman abu adel adnan ahmad ahmed ahmet akram alaa ali amin amir amr anas anwar asif ashraf awad ayman
    aymen aziz badr bashar basel bassam bilal emad essam eyad fadi fahad faisal farid farouk fawzi fouad ghassan habib hadi hafiz haitham hakim hamad hamdan hamed
    hamid hamza hani haroun hasan hashim hassan hatem haydar hazem hesham hisham hossam husam hussain hussein ibrahim idris ihab imad imran ismail issa jaber jamal jamil
    kamal kamel kareem karim kassem khaled khalid khalil magdi mahdi mahmoud mahmud majed majid malik mansour marwan mazen mohamad mohamed mohammad mohammed mohsen
    moustafa mubarak muhammad muhammed munir murad musa mustafa mustapha nabil nader naji nasser nawaf nizar omar osama othman qasim raed rafiq rami rashed rashid
    riad ridha saad sadiq saeed said salah saleh salem salim salman sami samir saud sayed seif shadi sherif suleiman sultan tamer tarek tareq tariq umar usama usman wael
    waleed walid wisam yaser yasser yehia yousef youssef yusuf zaid zakaria zaki ziad zuhair
    ahad akbar alireza amirhossein ardalan ardeshir arash armin babak bahador bahman bahram behnam behrooz behrouz behzad bijan danial daryoush davood ebrahim ehsan esmaeil farhad fariborz
    farshad farzad fereydoon ghasem ghodrat hamidreza hooman hooshang hormoz hossein houshang iraj jalal jamshid javad kaveh kazem kamran keyvan khosro kourosh
    majid manouchehr masoud masud mehdi mehran mehrdad mohammadreza mojtaba mostafa morteza nader naser navid omid parviz payam pejman peyman pouria pouya rahim ramin reza rostam saeid
    sajjad saman sasan shahab shahram shahriar shahrokh siamak siavash sohrab soroush taghi vahid yaghoub
    aleksandar aleksander aleksandr aleksei aleksey aleksandras alexandr alexandru alexei alexey anatoli anatoliy anatoly andrei andrej andrey andriy andrii andrzej arkadiy arkady artem artur artyom blagoj bogdan boguslaw boleslaw boris
    borys branko bronislaw czeslaw dalibor damian danil daniil danylo denys dmitri dmitrii dmitriy dmitry dmytro dragan dusan eduard egor evgeni evgenii evgeniy evgeny evhen fedor fyodor gennadi gennadiy gennady
    georgi georgy gleb goran grigori grigory grzegorz henryk igor ihor ilia ilya iosif ivan ivaylo ivo jacek jakub janusz jaroslav jaroslaw jerzy jiri jozef kazimierz khristo kiril kirill konstantin krzysztof
    lech leonid leszek lev lubomir lukasz maciej maksim maksym marat marcin marek mariusz matej mateusz maxim michal mieczyslaw mihail mikhail mikhailo milan milorad milos miroslav miroslaw mladen mykhailo mykola mykyta
    myroslav nenad nikita nikolai nikolaj nikolay oleg oleh oleksandr oleksii oleksiy ondrej ostap pavel pavlo pawel petr petro piotr plamen predrag przemyslaw radomir radoslav rafal roman rostislav ruslan ryszard semyon serge sergei
    sergej sergey sergii sergiy serhii serhiy slavomir slobodan stanislav stanislaw stefan stepan svyatoslav taras tihomir timofey timur todor tomasz tomislav vadim vadym vaclav valentin valeri valeriy valery vasil vasiliy vasily vasyl
    vasco venelin viacheslav victor viktor vitali vitalii vitaliy vitaly vlad vladimir vladislav vojtech volodymyr vsevolod vyacheslav waclaw wieslaw witold wlodzimierz wojciech yakov yaroslav yegor yevgeny yevhen yuri yurii yuriy yury zbigniew
    zdenek zdzislaw zeljko zoran zygmunt
    achilleas alexandros alexios anastasios andreas angelos antonios apostolos argyrios aristides athanasios charalampos christos christoforos dimitrios dimitris efstathios efstratios elias emmanouil evangelos evripidis fotios georgios
    giannis giorgos grigorios iason ilias ioannis iordanis konstantinos kostas kyriakos lambros lazaros leonidas manolis michail michalis miltiadis nikolaos nikos odysseas orestis panagiotis panos paraskevas pavlos periklis petros
    savvas sokratis sotirios sotiris spyridon spyros stamatis stavros stefanos stelios stergios stratos stylianos takis thanasis themistoklis theodoros theofanis thomas thrasyvoulos vangelis vasileios vasilis vassilis yannis yiannis
    abdurrahman adem adnan ahmet akin alper altan arda arif atilla aydin aykut baris batuhan bayram bekir berat berk berkay bora bulent burak cagatay cagri celal cem cemal cenk cengiz cetin
    cihan coskun dogan dursun emin emrah emre enes engin ercan erdal erdem erdinc erdogan eren ergun erhan erkan erol ersin ertan ertugrul esref fatih ferhat feridun fikret firat furkan gokhan gokay gurkan hakan haldun haluk hamdi
    harun hasan haydar huseyin husnu ibrahim ilhan ilker ilyas ismail kaan kadir kemal kenan kerem kerim koray korkut levent mehmet melih mert mesut mete metin muharrem mukremin murat mustafa muzaffer necati nevzat
    nihat nuri oguz okan oktay omer onder onur orhan osman ozan ozkan ramazan recep remzi ridvan riza sabri sadik salih savas sedat selahattin selami selcuk selim semih serdar serhat serkan sinan sukru suleyman tahir
    taner tarik tayfun tolga tuncay tunc turgay turgut turhan ufuk ugur unal utku vedat veli volkan yakup yalcin yasar yasin yavuz yilmaz yunus yusuf zafer zekeriya zeki
    adebayo adekunle babatunde bongani chidi chinedu chukwuemeka emeka ikechukwu kofi kojo kwabena kwadwo kwaku kwame kwasi kwesi mandla modibo moussa njoroge nnamdi obinna
    ochieng olumide olusegun oumar sello segun sibusiso sipho thabo themba tunde
    agung agus arief bambang budi dedi eko hadi hendra iwan joko slamet sugeng suharto sukarno supriyadi suryadi sutrisno teguh widodo yanto yudi
    aarne aarno antero antti arto arvo asko eero eino erkki esa hannu harri heikki ilkka ilpo jarkko jarmo jari jouko jouni juha juhani juho jukka jussi jyrki kaarlo kai kalervo kalevi kauko keijo kimmo kyosti lauri markku markus martti matti mauri mikko olavi
    olli osmo paavo pasi pekka pentti petri pertti raimo reijo reino risto sakari samuli seppo simo sulo tapani tapio tauno teemu teppo teuvo timo toivo tommi tuomas tuomo urho vaino veikko veli vesa ville yrjo
    aivar ain andres ants arvo enn hillar indrek jaak jaan juri kaarel kalev kalle kristjan kaupo lembit madis mart margus meelis mihkel priit raivo rein sulev taavi tarmo tiit toivo toomas tonu urmas uno vello villu
    algirdas almantas andrius antanas arturas arunas arvydas audrius darius donatas edmundas egidijus gediminas gintaras gintautas jonas juozas kestutis linas mantas mindaugas povilas ramunas remigijus rimantas rimvydas romualdas saulius tadas tomas valdas vidmantas vilius virginijus vytautas zigmas zydrunas
    aigars aivars agris andris arnis arvids dainis edgars edvins egils gatis girts guntars guntis gunars imants indulis ivars janis juris kaspars maris martins modris normunds oskars peteris raimonds raivis toms uldis valdis ugis viesturs zigurds
    aart adriaan arend arie arjan arjen auke barend bart bas bauke berend bert bram cees coen cornelis daan dirk douwe edwin eelco egbert evert ferdi floris frans frits geert gerben gerhardus gerrit gert gijs guus hans harm hein hendrik henk hessel hidde huib ide
    jaap jan-willem jelle jeroen jilles jochem joep joost joris jos jurgen jurriaan kees klaas koen koos krijn laurens leendert lennart lieuwe lodewijk luuk maarten machiel marnix mathijs matthijs maurits meindert menno michiel niek nico onno piet pieter reinier reinder rens rien rinus roelof ruud
    ruurd sander sebastiaan siebe sjaak sjoerd sytse taco teun theo thijs tiemen tijs tjeerd tjitse wiebe wietse wijnand willem wim wouter wybren ype
    anders arild arne arnulf asbjorn aslak atle audun bard birger bjarne bjarte bjorn borge carsten dag egil eilif einar eirik eivind endre erling espen finn flemming frode geir gisle gunnar gunnstein haakon hakon halvard halvor harald havard helge henning henrik ivar jarle jens jorgen jorn jostein kare
    ketil kjartan kjell kjetil knut lars leif magne magnus mogens morten niels nils odd oddvar olaf olav ole oyvind paal palle pal per poul preben rasmus reidar roald roar rolf rune sigbjorn sigmund sigurd sindre soren stale steffen stein steinar sten stig svein sven sverre tage
    terje thor thorbjorn thorkild thorstein thorvald tor torben torbjorn tore torgeir torkel tormod torstein trond trygve trym uffe ulf vegard vidar viggo yngve age
    ake allan anders bengt bertil birger bo borje claes conny folke fredrik goran gosta gote gunnar gustaf hakan hasse henrik hjalmar ingemar ingmar ingvar jerker jorgen kennet kjell klas krister lars-erik lennart mats mikael nils olle ove par per-olof peder ragnar roine rune sixten staffan stellan sten sture sune sverker thorsten torbjorn
    tord tore ulf urban uno valter verner
    asen anton atanas bogomil borislav boyan daniel dimitar dimo doncho emil filip galin georgi gancho hristo iliya ivaylo kaloyan kamen kiril krasimir kostadin lachezar lyubomir marin milen mitko momchil nayden nedyalko nikolay ognyan petar petko plamen radoslav rosen rumen simeon spas stanimir stefan stoyan
    svetlin svetoslav tihomir todor tsvetan tsvetomir valentin valeri vasil veselin ventsislav vladimir yordan yavor zahari zhivko
    ademir adilson afonso airton aldair altair anderson antonio benedito cesar claudemir cleber delfim edmilson edson eduardo elcio erivaldo everton fabricio flavio francisco genivaldo geraldo gilberto gilmar gilson heitor helio hugo ivan jair joao joaquim jorge josue juarez leandro lourival luis luiz manoel marcelo marcio
    mauricio moacir nelson nilton odair osvaldo otavio paulo raimundo reginaldo renato ricardo roberval rodrigo rogerio romulo ronaldo rubens sebastiao sergio severino sidnei tarcisio tiago valdeci valdir vagner vinicius wagner wellington wilson
    amartya amitava amitesh amiya angshuman arabinda arghya ashim asit asis asoke avijit bhaskar bhupesh biplab biswanath brijesh chinmay debabrata debasish debashish debdas diptendu dipankar gautham ghanshyam gopinath goutam hari harihar haridas hirak jagannath jagadish jayant jayanta joydeep
    kamalesh kanhaiya kaustubh keshav kumaresan laxman loknath madhusudhan mahadev mahavir malay manas manohar manojit mayukh milan monojit mrinal nandakumar narasimha narasimhan narsimha nirmal nirmalendu nitai padmanabhan palash partho pinaki prabir pranab prasenjit pratap prithvi prosenjit pulak radhakrishnan raghavan raghavendra raghunathan
    rajagopal rajaram rajarshi rajasekhar rajat ramachandran ramakant ramamurthy ramaswamy ramesh ranadip ratan ravichandran rathindra ritwik rupak sabyasachi sachidananda sadashiv saibal samaresh samarjit samir sandip sankaran santanu sanjib saptarshi sarat sasanka sathish satyabrata senthil sethuraman shankar shibaji shivaji shivkumar
    shreyas shyamal siddhant sivakumar sreenivas sridhar sriram subhasis subhendu subir subrata subramaniam subramanyam sudip sudipto sujoy sukanta sukhdev sumantra sunando supratim surajit sushanta susanta sushant swarup syamal tamal tanmay tathagata thirumalai trilochan udayan ujjal umashankar unnikrishnan uttam vasudev
    veeresh venkata venkataraman venkatachalam venkateswara venkateswarlu vidyasagar vijayakumar vikrant vinayak viswanathan vivekananda yashpal yugal yogendra
    abdou abdoulaye adetunji akin alhassan aliou amadou ansu babacar bakary bamidele biodun boubacar cheikh chibuzor chike chukwudi chukwuma dele demba ebrima ekow emeka fiifi gbenga ibrahima issouf jabu jabulani kagiso kamau karanja kgosi khaya kipchoge kiprono kiprotich kwadjo lamine lanre
    mahamadou mamadou mandla mbuso mduduzi modou mohau mthunzi muiruri muyiwa mwangi nkosana ndaba njoroge nkosinathi odinga okechukwu oluwafemi ousmane pape phiwe samba sanele seydou sifiso simphiwe siphiwe siyabonga souleymane thabang themba tunji tshepo vusi wale wandile xolani yaw youssouf zakes zweli
    anucha chaiwat chatchai chalermchai kittipong kriangsak manop narong nattapong pichai piyawat pongsak prasert prayut sakda sombat somchai somkiat somsak surachai surapong thanakorn thawatchai weerachai wichai wirat worawut
  `)
} as const
