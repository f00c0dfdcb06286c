using System.Collections.Frozen;

namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// The word lists by which names are compared. Each tells its source; words are folded (small letters, no accents). Well-known
/// bodies stand in <c>assets/data/known-organizations.txt</c>, places in <c>us-states.csv</c>, <c>countries.csv</c> and <c>cities.csv</c>.
/// </summary>
internal static partial class NameWords
{
    /// <summary>Articles, prepositions and conjunctions that people drop or swap. Source: the function words of English, Spanish, French and German.</summary>
    public static readonly FrozenSet<string> Small = Set("""
        the a an of for and in on to at by with from or as
        el la los las de del y e o para por en con al un una
        le les des du et pour dans l d und der die das fur fuer von zu
        """);

    /// <summary>Marks of incorporation at the end of a name that never tell two bodies apart. Source: US state business codes; UK Companies Acts (PLC, LLP); Germany's GmbHG; Belgium's and Italy's codes of associations (asbl, ONLUS); ISO 20275, GLEIF's list of entity legal forms.</summary>
    public static readonly FrozenSet<string> LegalForms = Set("inc incorporated llc llp ltd plc pllc gmbh ggmbh asbl vzw onlus clg pty sarl gug aisbl ivzw isbl bvba sprl scio sasu kft zrt nyrt ltda eood bhd");

    /// <summary>Letters that are a legal form with periods or behind a comma, and elsewhere may be an acronym. Source: Mexico's Código Civil (A.C.); German BGB § 65 (e.V.); Spain's and Mexico's company laws (S.A., S.L.); US professional corporations (P.C.); UK community interest companies and charitable incorporated organisations (C.I.C., C.I.O.); ISO 20275 (Czech z.s., o.p.s. and s.r.o., Dutch N.V. and B.V., Finnish ry, Italian APS, ODV and ETS, Norwegian and Danish AS and ApS, Serbian d.o.o.); US state codes of benefit and nonprofit corporations (PBC, NPC, NFP).</summary>
    public static readonly FrozenSet<string> LegalLetters = Set("ac ev pc sa sl cic cio iap abp osc zs zu ops sro spol nv bv ry rf oy as aps odv ets doo spa srl sas rl ong npo npc nfp pbc cv");

    /// <summary>Legal forms that a name can also carry as a word; dropped, but then the sameness is not certain. Source: as for <see cref="LegalForms"/>; Sweden's AB.</summary>
    public static readonly FrozenSet<string> LooseLegalForms = Set("ev cic ab ry rf oy oyj nv bv zs ops sro doo aps odv ets srl npc nfp pbc");

    /// <summary>Those of <see cref="LegalLetters"/> that English names carry. Source: as for <see cref="LegalLetters"/>.</summary>
    public static readonly FrozenSet<string> EnglishForms = Set("pc cic cio npo npc nfp pbc");

    /// <summary>The same, written as words or with digits, which are nothing else. A body's 501(c)(4) is its sister. Source: as for <see cref="LooseLegalForms"/>; Internal Revenue Code, section 501.</summary>
    public static readonly FrozenSet<string> WordForms = Set("corp corporation co company limited registered 501c3 stichting bundesverband gesamtverband");

    /// <summary>Legal forms before a name, dropped as words are that people leave out. Source: ISO 20275, GLEIF's list of entity legal forms (Netherlands, Belgium, Spain, Mexico, Argentina, Germany, Austria, Brazil, Scandinavia, Russia, Indonesia).</summary>
    public static readonly PhraseList LegalForeforms = Phrases("stichting|vereniging|union syndicale|asociacion civil|asociacion sin fines de lucro|associacao civil|sociedad civil|verein|eingetragener verein|gemeinnutziger verein|ong|asbl|aisbl|vzw|onlus|yayasan|ideella foreningen|nonprofit organization|zapsany spolek");

    /// <summary>Short forms. Source: US Postal Service Publication 28, Appendices C and G; the List of Title Word Abbreviations of ISO 4; AACR2, Appendix B; abbreviations of the AP and Chicago manuals; the RAE's and the Duden's lists.</summary>
    public static readonly FrozenDictionary<string, string> LongForms = Map("""
        natl=national nat'l=national ntl=national natnl=national nacl=national intl=international int'l=international internatl=international intern'l=international int=international assn=association
        assoc=association assocs=associations ass'n=association asso=association assc=association assoctn=association asscn=association asn=association fed=federation fedn=federation fdn=foundation
        fndn=foundation fnd=foundation fndtn=foundation fdtn=foundation org=organization orgs=organizations orgn=organization organiz=organization comm=committee cmte=committee cttee=committee
        ctte=committee comte=committee commtt=committee cmtee=committee cmttee=committee subcmte=subcommittee commn=commission comsn=commission comn=commission cncl=council counc=council cnl=council
        ctr=center cntr=center ctrs=centers inst=institute insts=institutes soc=society dept=department depts=departments dpt=department deptmt=department dist=district div=division divn=division
        univ=university unv=university univs=universities coll=college colls=colleges hosp=hospital hosps=hospitals svc=service svcs=services serv=service servs=services srvc=service srvcs=services
        svce=service govt=government gov't=government govtl=governmental mgmt=management mgt=management amer=american amn=american wkrs=workers wrkrs=workers wkr=worker bros=brothers bro=brotherhood
        brhd=brotherhood cath=catholic meth=methodist presby=presbyterian presb=presbyterian bapt=baptist luth=lutheran epis=episcopal episc=episcopal evang=evangelical univst=universalist
        archdioc=archdiocese dioc=diocese cong=congregation st=saint ste=saint sts=saints mt=mount ft=fort cty=county reg=region regl=regional hq=headquarters hdqtrs=headquarters edu=education
        educ=education educl=educational edn=education dev=development devt=development devel=development dvlpmt=development env=environmental envir=environmental environ=environmental
        envtl=environmental env'l=environmental hlth=health hlthcare=healthcare soc'y=society coop=cooperative coops=cooperatives coalit=coalition coaltn=coalition acad=academy acads=academies
        bd=board bds=boards conf=conference confs=conferences confed=confederation chap=chapter chapt=chapter chpt=chapter chptr=chapter brch=branch ofc=office resp=responsible respons=responsibility
        resrch=research rsch=research rsrc=resource rsrcs=resources imm=immigrant immig=immigrant immigr=immigrant refug=refugee progr=program prgm=program prgms=programs proj=project projs=projects
        init=initiative initv=initiative netwk=network netw=network ntwk=network ntwrk=network allnce=alliance tchrs=teachers profs=professors profl=professional mfg=manufacturing techn=technology
        studs=students dems=democrats repub=republican humn=human commty=community cmty=community cmnty=community comms=communications communs=communications advoc=advocacy atty=attorney
        attys=attorneys lwyrs=lawyers econ=economic agric=agricultural agr=agricultural phys=physicians nurs=nursing psychol=psychological biol=biological chem=chemical geog=geographical
        protect=protect prev=prevention conserv=conservation consv=conservation wildl=wildlife mtn=mountain mtns=mountains riverk=riverkeeper isls=islands vly=valley hts=heights pk=park bldg=building
        minist=ministries cathed=cathedral provl=provincial aux=auxiliary libs=libraries muni=municipal metrop=metropolitan nhood=neighborhood nbhd=neighborhood hsg=housing hous=housing
        asoc=asociacion asocn=asociacion depto=departamento dpto=departamento cooper=cooperativa gral=general intnal=internacional gesellsch=gesellschaft landesverb=landesverband
        bundesverb=bundesverband gew'schaft=gewerkschaft dtsch=deutsche calif=california fla=florida penna=pennsylvania minn=minnesota wisc=wisconsin wis=wisconsin tenn=tennessee okla=oklahoma
        colo=colorado ariz=arizona nebr=nebraska kans=kansas oreg=oregon 1st=first 2nd=second 3rd=third 4th=fourth 5th=fifth 6th=sixth 7th=seventh 8th=eighth 9th=ninth 10th=tenth 11th=eleventh 12th=twelfth
        13th=thirteenth 14th=fourteenth 15th=fifteenth 16th=sixteenth 17th=seventeenth 18th=eighteenth 19th=nineteenth 20th=twentieth 30th=thirtieth 40th=fortieth 50th=fiftieth 60th=sixtieth 70th=seventieth 80th=eightieth 90th=ninetieth rd=road blvd=boulevard hwy=highway
        """);

    /// <summary>Short forms that are also words, and so are short forms only with a period behind them. Source: as for <see cref="LongForms"/>.</summary>
    public static readonly FrozenDictionary<string, string> DottedForms = Map("""
        nac=nacional found=foundation cent=center cen=center congr=congregation ed=education coal=coalition conv=convention sect=section off=office res=resource rts=rights jus=justice just=justice
        prog=program all=alliance prof=professional emps=employees empl=employees emp=employees trans=transportation transp=transportation tech=technology sch=school schs=schools stud=student
        dem=democratic sci=science stat=statistical psych=psychological pub=public publ=public pol=policy comty=community commun=community adv=advocates def=defense leg=legal
        agri=agricultural med=medical hist=historical prot=protection riv=river isl=island min=ministry mins=ministries prov=province pres=presbytery synd=synod lib=library mun=municipal
        fun=fundacion sto=santo sta=santa uni=union coord=coordinadora ges=gesellschaft verb=verband dt=deutsche cal=california penn=pennsylvania mich=michigan ill=illinois mass=massachusetts
        conn=connecticut wash=washington neb=nebraska tex=texas ore=oregon nev=nevada ind=indiana del=delaware ky=kentucky ave=avenue
        """);

    /// <summary>Cities by their initials, where they are written in capitals, without articles. Source: usage of the Associated Press and the cities' own offices.</summary>
    public static readonly FrozenDictionary<string, string> Initialed = Map("la=angeles nyc=new-york-city sf=san-francisco kc=kansas-city slc=salt-lake-city okc=oklahoma-city");

    /// <summary>Cities, regions and a state by short forms that are nothing else, written in whatever capitals. Source: usage of the Associated Press and the cities' own papers; traditional abbreviations of the US Government Publishing Office.</summary>
    public static readonly FrozenDictionary<string, string> Nicknames = Map("philly=philadelphia phila=philadelphia nola=new-orleans stl=saint-louis indy=indianapolis indpls=indianapolis cincy=cincinnati pgh=pittsburgh mpls=minneapolis milw=milwaukee bmore=baltimore bklyn=brooklyn socal=southern-california norcal=northern-california dfw=dallas-fort-worth rgv=rio-grande-valley wva=west-virginia");

    /// <summary>Words that are also written as two. Source: entries of Merriam-Webster that are written closed, as names of organizations divide them.</summary>
    public static readonly FrozenSet<string> Compounds = Set("""
        farmworker farmworkers healthcare childcare daycare eldercare homecare foodbank foodbanks grassroots watershed watersheds statewide countywide nationwide nonprofit nonprofits nonviolence nonviolent multicultural multifaith
        interfaith antipoverty antiracism cooperative cooperatives coop afterschool preschool firefighters ironworkers steelworkers autoworkers caregivers caregiver homeowners homeowner crossroads northwest northeast southwest southeast midwest
        riverkeeper baykeeper waterkeeper coastkeeper soundkeeper
        """);

    /// <summary>Those whom the letters of <c>LGBTQ</c> stand for. Source: GLAAD's Media Reference Guide.</summary>
    public static readonly FrozenSet<string> LetteredPeople = Set("lesbian lesbians gay gays bisexual bisexuals transgender transgendered trans queer questioning intersex asexual allies ally");

    /// <summary>State university systems by their letters, with the places of their campuses. Source: the systems' own lists of campuses.</summary>
    public static readonly FrozenDictionary<string, FrozenSet<string>> UniversitySystems = new Dictionary<string, FrozenSet<string>>
    {
        ["uc"] = Set("berkeley davis irvine los merced riverside san santa la hastings"),
        ["csu"] = Set("bakersfield chico dominguez east fresno fullerton long los monterey northridge sacramento san stanislaus channel la"),
        ["ut"] = Set("austin arlington dallas el san tyler permian rio"),
        ["unc"] = Set("chapel charlotte greensboro wilmington asheville pembroke"),
        ["umass"] = Set("amherst boston dartmouth lowell"),
        ["suny"] = Set("albany buffalo binghamton stony new cortland oswego oneonta plattsburgh potsdam purchase geneseo"),
        ["uw"] = Set("madison milwaukee"),
    }.ToFrozenDictionary();

    public static string UniversityOf(string letters) => letters switch
    {
        "uc" => "university-california",
        "csu" => "california-state-university",
        "ut" => "university-texas",
        "unc" => "university-north-carolina",
        "umass" => "university-massachusetts",
        "suny" => "state-university-new-york",
        _ => "university-wisconsin",
    };

    /// <summary>Places whose halves are called North and South, not Northern and Southern. Source: the names of states, provinces and countries.</summary>
    public static readonly FrozenSet<string> SplitByCompass = Set("carolina dakota korea africa america sudan texas florida jersey asia india virginia bronx");

    /// <summary>British and American spelling, words written in two ways, and the letters of one community. Source: Oxford and Merriam-Webster dictionaries; GLAAD's Media Reference Guide.</summary>
    public static readonly FrozenDictionary<string, string> Spellings = Map("""
        centre=center centres=centers labour=labor labourers=laborers labourer=laborer defence=defense organisation=organization organisations=organizations organising=organizing
        programme=program programmes=programs theatre=theater colour=color honour=honor neighbour=neighbor neighbours=neighbors neighbourhood=neighborhood
        behaviour=behavior favour=favor harbour=harbor licence=license practise=practice catalogue=catalog dialogue=dialog judgement=judgment
        counselling=counseling travellers=travelers civilisation=civilization advisor=adviser advisors=advisers health-care=healthcare
        moslem=muslim moslems=muslims mohammed=muhammad mohammad=muhammad mohamed=muhammad mohamad=muhammad koran=quran
        kharkov=kharkiv kiev=kyiv odessa=odesa lvov=lviv bombay=mumbai calcutta=kolkata madras=chennai peking=beijing turkiye=turkey
        plough=plow ploughs=plows ploughshare=plowshare ploughshares=plowshares grey=gray greys=grays ageing=aging organiser=organizer organisers=organizers globalisation=globalization mobilisation=mobilization
        decriminalisation=decriminalization paediatric=pediatric paediatrics=pediatrics councillor=councilor councillors=councilors
        lgbt=lgbtq lgbtqi=lgbtq lgbtqia=lgbtq lgbtqia2s=lgbtq lgbtqplus=lgbtq lgbtplus=lgbtq lgbtqiplus=lgbtq lgbtqiaplus=lgbtq lgbtqia2splus=lgbtq lgbti=lgbtq lgbtiq=lgbtq glbt=lgbtq glbtq=lgbtq 2slgbtq=lgbtq 2slgbtqplus=lgbtq 2slgbtqia=lgbtq 2slgbtqiaplus=lgbtq lgbtq2s=lgbtq lgbtq2splus=lgbtq
        tefila=tefilah tefillah=tefilah shaare=shaarei bet=beth beit=beth bais=beth bayt=beth kehilla=kehillah kehilat=kehillat gurudwara=gurdwara gurduwara=gurdwara chabad=habad mosque=masjid masjed=masjid
        """);

    /// <summary>Words of one stem that people take for each other within a name. Source: pairs met in sign-on lists.</summary>
    public static readonly IReadOnlyList<FrozenSet<string>> Stems =
    [
        Set("education educational educating"), Set("immigrant immigrants immigration immigrations"), Set("refugee refugees"), Set("migrant migrants migration"),
        Set("law legal"), Set("environment environmental"), Set("organization organizing organizers"), Set("democratic democracy"), Set("communities community"),
        Set("women woman womens womans women's"), Set("men man mens"), Set("children child childrens childs kids"), Set("workers worker working"),
        Set("farmworker farmworkers"), Set("latino latinos latinx latine"), Set("veterans veteran vets"), Set("transgender trans"),
        Set("baptist baptists"), Set("lawyers lawyer"), Set("policy policies"), Set("religion religious"), Set("health healthcare"),
        Set("church churches"), Set("america american"), Set("municipal municipality"), Set("constitution constitutional"), Set("nutrition nutritional"), Set("reproduction reproductive"),
        Set("advocates advocacy advocate"), Set("labor laborer laborers"), Set("teachers teacher teaching"), Set("nurses nurse nursing"), Set("peoples people"), .. Nationalities.Stems,
    ];

    /// <summary>Slips that make another English word. Source: Wikipedia, Lists of common misspellings.</summary>
    public static readonly FrozenDictionary<string, string> Slips = Map("""
        untied=united pubic=public form=from sate=state heath=health costal=coastal planes=plains boarder=border boarders=borders capitol=capital brian=brain trail=trial cavalry=calvary dessert=desert piece=peace counsel=council sante=santa councel=council counsil=council
        feild=field soical=social comunity=community committe=committee comittee=committee commitee=committee goverment=government
        philip=phillip immigation=immigration imigrant=immigrant imigration=immigration assocation=association assosiation=association
        """);

    /// <summary>Words that people write for each other, though both are words. Source: pairs met in sign-on lists.</summary>
    public static readonly FrozenDictionary<string, string> MixedUp = Map("legislators=legislatures legislator=legislature states=state");

    /// <summary>Words that name a kind of body rather than one body. Source: last words of the IRS list of exempt organizations, by frequency.</summary>
    public static readonly FrozenSet<string> Bodies = Set("""
        association associations organization organizations network coalition center centers council committee foundation fund institute project alliance federation union society league campaign
        initiative group program conference commission board bureau agency partnership collective consortium forum caucus movement congress assembly ministry ministries services service team
        task force taskforce academy school college university club guild brotherhood corps trust clinic house congregation temple office department division section chapter branch local lodge district region
        asociacion organizacion red coalicion centro consejo comite fundacion fondo instituto proyecto alianza federacion union sociedad liga campana iniciativa grupo programa confederacion sindicato movimiento
        """);

    /// <summary>Words of the trade: they say what bodies work on, and so are shared by many. Source: words in three or more names of the shipped list.</summary>
    public static readonly FrozenSet<string> Topics = Set("""
        national international american america global world regional state local united general new
        immigrant immigrants immigration refugee refugees migrant migrants asylum border detention deportation citizenship
        rights right justice legal law lawyers attorneys advocacy advocates advocate defense defenders defender aid policy action civil human constitutional criminal
        worker workers working labor laborers employees employment jobs trade teachers educators nurses education educational school schools public
        community communities neighborhood people peoples citizens families family children child childrens youth students student parents women womens men mens girls seniors retirees
        health healthcare medical mental housing homeless homelessness hunger food poverty economic environment environmental climate conservation energy
        latino latina latinx hispanic asian pacific islander black african arab jewish muslim islamic christian catholic lutheran methodist baptist episcopal presbyterian unitarian interfaith faith religious church churches
        lgbt lgbtq lgbtqplus gay lesbian transgender equality equal freedom liberty peace democracy democratic progressive voters voting voice voices vote votes power change hope unity solidarity support
        resource resources research development social humane reform domestic sexual violence prevention against reproductive gun safety
        day care home first north south east west northern southern eastern western central greater
        inmigrante inmigrantes migrantes derechos humanos justicia trabajadores trabajadoras comunidad comunitario comunitaria pueblo pueblos mujeres familias
        """);

    /// <summary>Arms of a parent, as they stand at the end of a name; the longest first. Source: names of political committees (FEC) and supporting organizations (IRS).</summary>
    public static readonly PhraseList Arms = Phrases("""
        legislative fund|legal defense and educational fund|legal defense and education fund|legal defense education fund|legal defense fund|political action committee|political education fund|education and legal fund|education and research fund
        education and action fund|civic engagement fund|charitable foundation|community foundation|education foundation|educational foundation|research foundation|legal foundation|health foundation|scholarship foundation
        community fund|community development fund|development fund|mobilization fund|power fund|power|accion|education fund|educational fund|action fund|victory fund|advocacy fund|relief fund|political fund|scholarship fund|campaign fund|strike fund|solidarity fund|emergency fund|bail fund|defense fund|justice fund|training fund|benefit fund|pension fund
        advocacy|action council|action center|action network|action project|action committee|civic action|political action|jewish action|legal action center|in action|action
        research institute|policy institute|education institute|training institute|leadership institute|institute
        foundation|fundacion|fondo|fund|trust|votes|vota|pac|super pac|c4|501c4|auxiliary|youth council|youth wing|youth|jugend|jeunes|jeunesse|juventud|frauen|senioren|young professionals|students|student chapter|retirees|retiree chapter|retired members|alumni association
        staff union|credit union|youth group|youth committee|youth ministry|youth program|youth chapter|womens group|womens auxiliary|mens group|womens committee|women's committee|civil rights committee|justice team|legal team|legal center|action team|ministries
        """);

    /// <summary>Words for a part of a larger body, with a number or letter. Source: constitutions of AFL-CIO unions.</summary>
    public static readonly PhraseList NumberedUnits = Phrases("""
        district council|joint council|joint board|district lodge|local lodge|local union|local unions|state council|regional council|system council|general committee
        local|locals|lodge|council|district|region|chapter|branch|post|section|unit|division|area|circle|province|ward|seccion|capitulo|sucursal|dc|lu
        """);

    /// <summary>Words around the place of a chapter: "Texas State Conference", "Houston Chapter", "Greater Boston Region". Source: gathered by hand from names in <c>name-pairs.csv</c> and the shipped list.</summary>
    public static readonly FrozenSet<string> PlaceCompany = Set("""
        chapter chapters branch section region regional office offices state statewide conference affiliate affiliates division district area metro metropolitan greater county counties city
        headquarters field local branches unit council councils sections capitulo seccion filial oficina estatal regional upper lower
        """);

    /// <summary>Words between a name and the place of a chapter: "PFLAG of Greater Houston", "Catholic Charities, Diocese of Austin". Source: as for <see cref="PlaceCompany"/>.</summary>
    public static readonly FrozenSet<string> BeforePlaces = Set("of in for the at diocese archdiocese greater metropolitan metro county city state de en del chapter branch");

    /// <summary>Words that make a larger place of the one behind them. Source: as for <see cref="PlaceCompany"/>.</summary>
    public static readonly FrozenSet<string> WiderPlaces = Set("greater metropolitan metro upper");

    /// <summary>Words that say outright that the place is a chapter's. Source: as for <see cref="PlaceCompany"/>.</summary>
    public static readonly FrozenSet<string> ChapterWords = Set("chapter chapters branch section conference affiliate");

    /// <summary>Words that may stand between a unit and its number. Source: as for <see cref="NumberedUnits"/>.</summary>
    public static readonly FrozenSet<string> NumberMarks = Set("no num number nos");

    /// <summary>Other words for the same kind of unit. Source: as for <see cref="NumberedUnits"/>.</summary>
    public static readonly FrozenDictionary<string, string> Units = Map("local-union=local local-lodge=local locals=local lu=local lodge=local dc=district-council seccion=section capitulo=chapter");

    /// <summary>Federations named behind a union's name. Source: the AFL-CIO, the Canadian Labour Congress and Change to Win, by their acronyms.</summary>
    public static readonly FrozenSet<string> Federations = Set("afl cio clc ctw aflcio");

    /// <summary>Words after which a name of common words is a parent's: "Council on Housing". Source: the shipped list.</summary>
    public static readonly FrozenSet<string> TopicMarks = Set("of for on");

    /// <summary>Articles with which a tagline begins. Source: English and Spanish grammar.</summary>
    public static readonly FrozenSet<string> Articles = Set("a an the una un");

    /// <summary>Words for the United States that an acronym leaves out. Source: acronyms of the shipped list.</summary>
    public static readonly FrozenSet<string> Homeland = Set("america usa us states");

    /// <summary>Words that mark a region even where no list knows its name. Source: gathered by hand from names in <c>name-pairs.csv</c> and the shipped list.</summary>
    public static readonly FrozenSet<string> Landscape = Set("county counties valley parish region area metro coast shore island islands bay hills lakes basin borough township village peninsula");

    /// <summary>Endings of towns' names. Source: the generic parts of populated places in <c>cities.csv</c> and in the US Board on Geographic Names' lists.</summary>
    public static readonly FrozenSet<string> TownEnds = Set("burg burgh ville town field land ford wood port mont dale mouth haven shire stadt heim bridge borough bury");

    /// <summary>Compass words that make a place of the words beside them, or are one. Source: the points of the compass, as dictionaries have them.</summary>
    public static readonly FrozenSet<string> Compass = Set("""
        north south east west northern southern eastern western central northeast northwest southeast southwest northeastern northwestern southeastern southwestern midwest midwestern upper lower mid
        """);

    /// <summary>Compass words that give two letters: "NWA" is Northwest Arkansas. Source: as for <see cref="Compass"/>.</summary>
    public static readonly FrozenDictionary<string, string> CompassLetters = Map("northeast=ne northwest=nw southeast=se southwest=sw northeastern=ne northwestern=nw southeastern=se southwestern=sw");

    /// <summary>Compass words written short in capitals before another word; NE is Nebraska's. Source: as for <see cref="Compass"/>.</summary>
    public static readonly FrozenDictionary<string, string> CompassForms = Map("nw=northwest sw=southwest se=southeast");

    /// <summary>Regions of several states. Source: US Census Bureau regions and usage.</summary>
    public static readonly IReadOnlyList<string> Regions =
    [
        "new england", "midwest", "southwest", "northwest", "northeast", "southeast", "pacific northwest", "mid atlantic", "great lakes", "great plains", "gulf coast", "deep south", "west coast", "east coast",
        "rocky mountain", "rocky mountains", "mountain west", "mountain states", "upper midwest", "heartland", "tri state", "bay area", "central states", "southland", "carolinas", "dakotas", "mid south", "appalachia",
        "san francisco bay area", "sf bay area", "southern california", "northern california", "pacific", "atlantic", "the south", "the west", "el norte", "caribbean", "latin america", "central america", "europe", "africa", "asia", "middle east",
    ];

    /// <summary>Countries and provinces in their own languages, as national sections bear them. Source: Unicode CLDR 48.</summary>
    public static readonly FrozenDictionary<string, string> Endonyms = Map("""
        deutschland=germany espana=spain italia=italy osterreich=austria schweiz=switzerland suisse=switzerland svizzera=switzerland nederland=netherlands belgique=belgium belgie=belgium vlaanderen=flanders
        sverige=sweden norge=norway danmark=denmark suomi=finland polska=poland brasil=brazil magyarorszag=hungary cesko=czechia slovensko=slovakia hrvatska=croatia turkiye=turkey nippon=japan
        maroc=morocco tunisie=tunisia algerie=algeria liban=lebanon quebec=quebec ontario=ontario manitoba=manitoba alberta=alberta saskatchewan=saskatchewan aotearoa=new-zealand catalunya=catalonia euskadi=basque-country
        """);

    /// <summary>Parts of a body that stand after a comma, dash or colon. Source: gathered by hand from names in <c>name-pairs.csv</c> and the shipped list.</summary>
    public static readonly FrozenSet<string> Parts = Set("""
        office department division board commission committee ministry ministries section caucus team desk program programs conference province congregation youth women womens men retirees students
        region district chapter branch local council secretariat bureau directorate unit auxiliary lodge wing delegation affiliate synod presbytery
        capitulo seccion filial seccional sucursal oficina comite comision delegacion nucleo secao sektion ortsgruppe ortsverein ortsverband kreisverband landesverband regionalgruppe afdeling avdeling
        """);

    /// <summary>Words of congregations and church districts. Source: gathered by hand from names in <c>name-pairs.csv</c> and the shipped list.</summary>
    public static readonly FrozenSet<string> Congregations = Set("""
        church congregation fellowship temple synagogue parish meeting diocese archdiocese synod conference presbytery cathedral chapel society universalist iglesia parroquia templo mission
        """);

    /// <summary>Words that a longer form of a name adds without naming another body. Source: the shipped list, where an alias is its name and one word more.</summary>
    public static readonly FrozenSet<string> Fillers = Set("""
        network organization organizations international national union group movement federation association congregations incorporated coalition project agency system
        """);

    /// <summary>Words for a local body, between its parent's letters and its place: "AWO Kreisverband Essen", "LDH section de Toulouse". Source: statutes of associations in each language.</summary>
    public static readonly FrozenSet<string> LocalHeads = Set("""
        section sektion seccion secao seccao sezione afdeling chapter branch kreisverband ortsverein ortsverband landesverband bezirksverband kreisgruppe ortsgruppe regionalgruppe hochschulgruppe stadtverband
        regionalverband bezirk unterbezirk antenne federation filial capitulo nucleo comite delegacion agrupacion avdeling lokalavdeling lokalforening kreds osasto oddzial pobocka local group
        """);

    /// <summary>Words of institutions that every town or state has, so that a place behind them tells which one it is. Source: names in <c>name-pairs.csv</c>, and the names of authorities.</summary>
    public static readonly FrozenSet<string> Institutions = Set("""
        hospital clinic college university school academy library museum theater theatre court ministry department embassy consulate chamber council commission club lodge parliament senate press police
        """);

    /// <summary>Words for the whole world or a part of it, before or within the name of a federation. Source: names of international federations and their regional bodies.</summary>
    public static readonly FrozenSet<string> WorldWide = Set("international world global worldwide universal");

    /// <summary>Words for one part of the world in the name of a regional body. Source: as for <see cref="WorldWide"/>.</summary>
    public static readonly FrozenSet<string> Continental = Set("european african asian arab pan-african inter-american latin asia-pacific oceania nordic europe africa asia");

    /// <summary>Words that a longer form puts before a name. Source: as for <see cref="Fillers"/>.</summary>
    public static readonly FrozenSet<string> LeadingFillers = Set("national international center coalition congregation society");

    /// <summary>Last words of what a part of a body is called, before "of the" and the body, or behind its name. Source: gathered by hand from names in <c>name-pairs.csv</c> and the shipped list, and bill analyses of California's legislature.</summary>
    public static readonly FrozenSet<string> PartHeads = Set("""
        chapter chapters section region branch affiliate district division province synod conference presbytery landesbezirk landesverband bundesverband ortsverband kreisverband bezirksverband ortsgruppe landesgruppe fachbereich regionalgruppe kreisgruppe hochschulgruppe
        antenne delegation regionale departementale seccional delegacion filial nucleo regional team office board commission committee caucus department auxiliary lodge
        """);

    /// <summary>What a body runs, and names after itself. Source: as for <see cref="PartHeads"/>.</summary>
    public static readonly FrozenSet<string> Undertakings = Set("students center institute school program programs project projects clinic practice initiative campaign committee team office service services");

    /// <summary>Spanish words of names with their English ones. Source: bilingual names of coalition members.</summary>
    public static readonly FrozenDictionary<string, string> English = Map("""
        abogados=lawyers abogadas=lawyers activas=active activos=active ambiental=environmental ambientales=environmental asiatica=asian asiaticos=asian arabe=arab bosques=forests catolica=catholic catolicas=catholics catolicos=catholics cristiana=christian cristianos=christians dignidad=dignity empleo=employment evangelica=evangelical gobierno=government indigena=indigenous indigenas=indigenous judia=jewish libertad=freedom luterana=lutheran metodista=methodist musulmana=muslim negra=black negras=black negros=black periodistas=journalists respuesta=response sindical=union tierra=land unidad=unity unida=united vecindario=neighborhood
        accion=action acuerdo=agreement agricola=agricultural agricolas=agricultural agrarios=agrarian agua=water alianza=alliance americana=american americanas=american americano=american americanos=american apoyo=support mutuo=mutual mutua=mutual inquilinos=tenants inquilinas=tenants inquilinxs=tenants bautista=baptist presbiteriana=presbyterian hermanas=sisters hermanos=brothers diocesis=diocese sagrado=sacred corazon=heart sin=without fronteras=borders fundacja=foundation stowarzyszenie=association zwiazek=union komitet=committee praw=rights czlowieka=human kobiet=women prawnej=legal interwencji=intervention congregacion=congregation leon=lion juda=judah asociacion=association ayuda=aid barrio=neighborhood
        clinica=clinic clinicas=clinics cambio=change campana=campaign campesinas=farmworkers campesinos=farmworkers campesino=farmworker centro=center ciudad=city ciudadanos=citizens civiles=civil clima=climate coalicion=coalition comite=committee comunidad=community comunidades=communities comunitario=community comunitaria=community
        concilio=council confederacion=confederation congreso=congress consejo=council cooperativa=cooperative defensa=defense defensores=defenders democracia=democracy derecho=right derechos=rights desarrollo=development
        economica=economic educacion=education empleados=employees enfermeras=nurses escuela=school esperanza=hope estado=state estados=states estudiantes=students familia=family familias=families federacion=federation fe=faith fondo=fund
        frontera=border fronteriza=border fronterizo=border fronterizos=border fundacion=foundation hispana=hispanic hispano=hispanic hispanos=hispanic hogar=home humanos=human iglesia=church igualdad=equality independiente=independent infantil=children iniciativa=initiative
        inmigrante=immigrant inmigrantes=immigrants instituto=institute internacional=international jornaleros=day-laborers justicia=justice juventud=youth jovenes=youth laboral=labor latina=latina latino=latino latinos=latinos legal=legal ley=law
        liderazgo=leadership liga=league maestros=teachers migrante=migrant migrantes=migrants migratoria=immigration ministerio=ministry movimiento=movement mujer=woman mujeres=women nacional=national ninos=children norteamericana=american
        nueva=new nuevo=new obrera=workers obreros=workers organizacion=organization padres=parents paz=peace poder=power popular=popular programa=program proyecto=project pueblo=people pueblos=peoples puertorriquena=puerto-rican recursos=resources
        red=network reforma=reform refugiados=refugees salud=health servicio=service servicios=services sindicato=union social=social sociedad=society solidaridad=solidarity sur=south sureste=southeast norte=north oeste=west este=east trabajadoras=workers trabajadores=workers trabajo=work
        transporte=transport unida=united unidas=united unido=united unidos=united union=union universidad=university vecinos=neighbors victimas=victims vida=life vivienda=housing voces=voices votantes=voters voto=vote voz=voice mundial=world asistencia=assistance tortura=torture libre=free prensa=press expresion=expression debido=due proceso=process contra=against entre=between medio=middle oriente=east ambiente=environment informacion=information investigacion=research estudios=studies politicas=policy politica=policy publica=public publico=public
        sobrevivientes=survivors violencia=violence genero=gender reproductivos=reproductive discapacidad=disability personas=persons mayores=older privacidad=privacy digitales=digital iglesias=churches obispos=bishops jesuita=jesuit refugio=refuge oficina=office comision=commission grupo=group foro=forum observatorio=observatory plataforma=platform secretariado=secretariat
        ligue=league conseil=council reseau=network droits=rights droit=right homme=human humains=human femmes=women femme=woman refugies=refugees mouvement=movement syndicat=union syndicale=union internationale=international nationale=national mondiale=world contre=against sans=without frontieres=borders medecins=doctors travailleurs=workers journalistes=journalists
        travail=work juridique=legal vih=hiv mexicanos=mexican avocats=lawyers enfants=children jeunes=youth etudiants=students sante=health paix=peace monde=world secours=relief populaire=popular catholique=catholic eglise=church eglises=churches communautaire=community solidarite=solidarity developpement=development liberte=freedom egalite=equality fondation=foundation comite=committee canadien=canadian canadienne=canadian quebecoise=quebec
        direitos=rights movimento=movement trabalhadores=workers rede=network associacao=association fundacao=foundation mulheres=women criancas=children saude=health educacao=education comissao=commission conselho=council nacional=national igreja=church
        gewerkschaft=union verband=association bund=federation rat=council gesellschaft=society stiftung=foundation menschenrechte=human-rights deutsche=german frauen=women kinder=children jugend=youth kirche=church arbeiter=workers welt=world internationale=international frieden=peace
        """);

    /// <summary>Second English words for those of <see cref="English"/>. Source: official English names of the bodies that bear them.</summary>
    public static readonly FrozenDictionary<string, string> AlsoEnglish = Map("""
        derecho=law juridica=legal juridico=legal trabajo=labor obrero=labor trabajadores=labor apoyo=assistance ayuda=assistance asistencia=assistance pueblo=village comunitario=communities ciudadanos=citizen
        justicia=fairness medio=media contra=against debido=due proceso=process union=unity travail=labor mexicanos=mexicans humanos=man homme=man personne=person recht=law rechte=right
        """);

    /// <summary>Words for a university. Source: the names of the members of the International Association of Universities.</summary>
    public static readonly FrozenSet<string> Universities = Set("university college universidad universite universitat universidade universita");

    /// <summary>What a university runs or houses. Source: organization charts of universities.</summary>
    public static readonly FrozenSet<string> CampusParts = Set("""
        school faculty clinic clinical hospital center institute department college library press law medicine medical health nursing business divinity student students association alumni foundation chapter union program project senate
        """);

    /// <summary>Endings that make a German word of a part. Source: the youth and women's bodies of German associations.</summary>
    public static readonly FrozenSet<string> CompoundParts = Set("jugend frauen senioren stiftung jeunes jeunesse giovani jovenes youth");

    /// <summary>Peoples' names that stand for their countries in the names of national bodies. Source: Unicode CLDR 48 and the CIA World Factbook.</summary>
    public static readonly FrozenDictionary<string, string> Demonyms = Map("""
        english=england scottish=scotland welsh=wales irish=ireland british=united-kingdom canadian=canada mexican=mexico mexicana=mexico mexicano=mexico espanola=spain espanol=spain spanish=spain francaise=france francais=france french=france
        italiana=italy italiano=italy italian=italy portuguesa=portugal portugues=portugal german=germany deutsche=germany deutscher=germany austrian=austria osterreichische=austria swiss=switzerland schweizer=switzerland dutch=netherlands belgian=belgium belge=belgium
        danish=denmark dansk=denmark swedish=sweden svenska=sweden norwegian=norway norsk=norway finnish=finland polish=poland polska=poland czech=czechia hungarian=hungary greek=greece turkish=turkey russian=russia ukrainian=ukraine
        argentina=argentina brasileira=brazil brasileiro=brazil brazilian=brazil chilena=chile chileno=chile colombiana=colombia colombiano=colombia peruana=peru peruano=peru venezolana=venezuela guatemalteca=guatemala hondurena=honduras salvadorena=el-salvador ecuatoriana=ecuador boliviana=bolivia
        australian=australia kenyan=kenya nigerian=nigeria indian=india japanese=japan korean=south-korea filipino=philippines philippine=philippines indonesian=indonesia malaysian=malaysia israeli=israel palestinian=palestine lebanese=lebanon egyptian=egypt
        quebecoise=quebec quebecois=quebec catalana=catalonia
        """);

    /// <summary>Provinces, Länder and nations within states, as national sections bear them; those in letters count only where they are capitals. Source: ISO 3166-2.</summary>
    public static readonly IReadOnlyList<(string Name, string Letters, string Country)> Provinces =
    [
        ("ontario", "ON", "canada"), ("quebec", "QC", "canada"), ("british columbia", "BC", "canada"), ("alberta", "AB", "canada"), ("manitoba", "MB", "canada"), ("saskatchewan", "SK", "canada"), ("nova scotia", "NS", "canada"), ("new brunswick", "NB", "canada"), ("newfoundland", "", "canada"), ("newfoundland and labrador", "NL", "canada"), ("prince edward island", "PEI", "canada"), ("yukon", "", "canada"), ("nunavut", "", "canada"), ("northwest territories", "NWT", "canada"),
        ("new south wales", "NSW", "australia"), ("queensland", "QLD", "australia"), ("victoria", "VIC", "australia"), ("tasmania", "TAS", "australia"), ("south australia", "SA", "australia"), ("western australia", "", "australia"), ("northern territory", "", "australia"),
        ("england", "", "united kingdom"), ("scotland", "", "united kingdom"), ("wales", "", "united kingdom"), ("northern ireland", "", "united kingdom"), ("england and wales", "", "united kingdom"),
        ("bayern", "", "germany"), ("bavaria", "", "germany"), ("baden wurttemberg", "", "germany"), ("hessen", "", "germany"), ("niedersachsen", "", "germany"), ("nordrhein westfalen", "NRW", "germany"), ("rheinland pfalz", "", "germany"), ("sachsen", "", "germany"), ("sachsen anhalt", "", "germany"), ("thuringen", "", "germany"), ("schleswig holstein", "", "germany"), ("mecklenburg vorpommern", "", "germany"), ("brandenburg", "", "germany"), ("berlin brandenburg", "", "germany"), ("saarland", "", "germany"),
        ("oaxaca", "", "mexico"), ("chiapas", "", "mexico"), ("guerrero", "", "mexico"), ("jalisco", "", "mexico"), ("veracruz", "", "mexico"), ("sonora", "", "mexico"), ("cdmx", "", "mexico"),
        ("ile de france", "", "france"), ("bretagne", "", "france"), ("provence", "", "france"), ("occitanie", "", "france"), ("catalunya", "", "spain"), ("andalucia", "", "spain"), ("euskadi", "", "spain"), ("galicia", "", "spain"),
    ];

    /// <summary>Words by which a language shows itself in names. Source: the function words and the commonest words of associations' names in each language.</summary>
    public static readonly FrozenDictionary<string, string> LanguageMarks = Map("""
        of=english and=english for=english the=english to=english with=english against=english without=english network=english center=english council=english association=english committee=english coalition=english workers=english rights=english union=english alliance=english human=english immigrant=english community=english women=english children=english education=english health=english justice=english legal=english foundation=english society=english international=english national=english american=english canadian=english world=english
        los=spanish las=spanish del=spanish y=spanish el=spanish por=spanish asociacion=spanish fundacion=spanish derechos=spanish humanos=spanish mujeres=spanish red=spanish centro=spanish comite=spanish alianza=spanish justicia=spanish trabajadores=spanish migrantes=spanish consejo=spanish sindicato=spanish movimiento=spanish internacional=spanish nacional=spanish mundial=spanish organizacion=spanish instituto=spanish comision=spanish educacion=spanish defensa=spanish juridica=spanish
        les=french des=french du=french et=french pour=french aux=french au=french conseil=french ligue=french droits=french homme=french femmes=french reseau=french syndicat=french mouvement=french fondation=french internationale=french nationale=french canadien=french canadienne=french refugies=french travailleurs=french sans=french mondiale=french droit=french 
        dos=portuguese das=portuguese do=portuguese da=portuguese os=portuguese direitos=portuguese movimento=portuguese trabalhadores=portuguese rede=portuguese associacao=portuguese fundacao=portuguese
        und=german fur=german der=german die=german das=german gegen=german ohne=german gewerkschaft=german verband=german bund=german rat=german gesellschaft=german stiftung=german deutsche=german deutscher=german menschenrechte=german
        di=italian dei=italian della=italian delle=italian degli=italian per=italian
        van=dutch voor=dutch het=dutch een=dutch
        foreningen=swedish forening=swedish och=swedish svenska=swedish forbundet=swedish riksforbundet=swedish stiftelsen=swedish
        de=romance la=romance en=romance l=romance d=romance
        """);

    /// <summary>Words before another name of the same body. Source: gathered by hand from names in <c>name-pairs.csv</c> and the shipped list, with their Spanish forms.</summary>
    public static readonly PhraseList OtherNameMarks =
        Phrases("formerly known as|previously known as|formerly called|formerly the|formerly|previously|fka|f k a|aka|a k a|also known as|now known as|now|doing business as|dba|d b a|known as|antes|anteriormente|conocida como|conocido como");

    /// <summary>Words before the name of the parent. Source: gathered by hand from names in <c>name-pairs.csv</c> and the shipped list, with their Spanish forms.</summary>
    public static readonly PhraseList ParentMarks =
        Phrases("a project of|project of|a program of|an affiliate of|affiliate of|affiliated with|a chapter of|chapter of|a division of|an initiative of|an arm of|a ministry of|part of|a member of|un proyecto de|un programa de|sponsored by|fiscally sponsored by|hosted by");

    internal static FrozenSet<string> Set(string words) => words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    private static FrozenDictionary<string, string> Map(string pairs) =>
        pairs.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('='))
            .GroupBy(pair => pair[0].Replace("'", "", StringComparison.Ordinal)).ToFrozenDictionary(group => group.Key, group => group.First()[1]);

    private static PhraseList Phrases(string phrases) =>
        new(phrases.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(phrase => phrase.Replace("'", "", StringComparison.Ordinal).Split(' ')));
}
