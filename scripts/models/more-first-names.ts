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
  `)
} as const
