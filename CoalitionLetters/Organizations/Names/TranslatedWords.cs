using System.Collections.Frozen;

namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// More words of names with their English ones, beside <see cref="NameWords.English"/>: those that may be a proper name by themselves ("Casa", "Valle"), and so count only where a
/// whole name is translated. Source: bilingual names of coalition members; Real Academia Española, Académie française, Priberam and Duden.
/// </summary>
internal static class TranslatedWords
{
    private static readonly FrozenDictionary<string, string> english = """
        vigilancia=watch transgenero=transgender laborales=labor laboral=labor latinoamericana=latin-american latinoamericano=latin-american latinoamericanas=latin-american latinoamericanos=latin-american fideicomiso=trust terrenos=land tierras=land clinica=clinic clinicas=clinics banco=bank alimentos=food despensa=pantry albergue=shelter
        casa=house casas=houses hospital=hospital museo=museum biblioteca=library teatro=theater cine=film arte=art artes=arts cultura=culture cultural=cultural musica=music libro=book libros=books puerta=door puente=bridge puentes=bridges camino=way valle=valley rio=river costa=coast monte=mount
        bahia=bay isla=island lago=lake montana=mountain montanas=mountains bosque=forest mar=sea aire=air limpio=clean limpia=clean energia=energy sostenible=sustainable justa=fair justo=fair comercio=trade vecinal=neighborhood vecina=neighbor vecino=neighbor vecinas=neighbors
        jornalero=day-laborer jornalera=day-laborer jornaleras=day-laborers trabajador=worker trabajadora=worker obrero=worker domestica=domestic domesticas=domestic domestico=domestic domesticos=domestic temporales=temporary costureras=garment-workers costura=garment limpieza=cleaning construccion=construction restaurantes=restaurants restaurante=restaurant
        campesina=farmworker agricultor=farmer agricultores=farmers agricultoras=farmers ganaderos=ranchers pescadores=fishermen mineros=miners taxistas=taxi-drivers choferes=drivers camioneros=truckers vendedores=vendors ambulantes=street cuidadores=caregivers cuidadoras=caregivers cuidado=care cuidados=care
        inquilino=tenant inquilina=tenant arrendatarios=tenants propietarios=owners deudores=debtors consumidores=consumers usuarios=users inmigracion=immigration emigrantes=emigrants refugiada=refugee refugiadas=refugees refugiado=refugee indocumentados=undocumented indocumentadas=undocumented deportacion=deportation deportaciones=deportations detencion=detention
        carcel=jail prision=prison prisiones=prisons presos=prisoners presas=prisoners policia=police armas=guns militar=military guerra=war veteranos=veterans pobres=poor pobreza=poverty hambre=hunger vih=hiv sida=aids mental=mental ancianos=elders ancianas=elders nina=girl ninas=girls nino=child hombres=men hombre=man padre=father madre=mother madres=mothers abuelas=grandmothers
        bilingue=bilingual idiomas=languages lengua=language aprendizaje=learning maestras=teachers maestro=teacher profesores=professors estudiante=student estudiantil=student estudiantiles=student universitaria=university universitario=university
        colectivo=collective colectiva=collective consorcio=consortium junta=board mesa=table circulo=circle marcha=march campamento=camp hermandad=brotherhood fraternidad=fellowship parroquia=parish misionera=missionary misioneras=missionaries misioneros=missionaries misericordia=mercy caridad=charity
        buen=good bueno=good buena=good mejor=better igual=equal todos=all todas=all juntos=together juntas=together primero=first primera=first segunda=second segundo=second gran=greater central=central metropolitana=metropolitan metropolitano=metropolitan urbana=urban urbano=urban rurales=rural noroeste=northwest noreste=northeast suroeste=southwest centro-oeste=midwest
        hondurenos=honduran salvadorenos=salvadoran guatemaltecos=guatemalan dominicanos=dominican dominicana=dominican cubanos=cuban colombianos=colombian boricua=puerto-rican
        travailleuses=workers travailleuse=worker travailleur=worker ouvriers=workers ouvrieres=workers employes=employees employees=employees immigrants=immigrants immigrantes=immigrants immigrante=immigrant immigres=immigrants immigrees=immigrants refugiees=refugees refugie=refugee migrants=migrants migrantes=migrants
        locataires=tenants locataire=tenant logement=housing logements=housing habitation=housing citoyens=citizens citoyennes=citizens citoyen=citizen quartier=neighborhood voisins=neighbors regroupement=coalition comite=committee alliance=alliance chretienne=christian chretiens=christians
        musulmans=muslims musulmanes=muslims juifs=jews juive=jewish lesbiennes=lesbian gais=gay filles=girls garcons=boys hommes=men familles=families famille=family parents=parents meres=mothers peres=fathers aines=seniors enseignants=teachers enseignantes=teachers infirmieres=nurses infirmiers=nurses etudiantes=students
        justice=justice sociale=social social=social economique=economic environnement=environment environnementale=environmental eau=water terre=land terres=land foret=forest agricole=agricultural agricoles=agricultural paysans=farmers paysanne=farmers alimentaire=food alimentaires=food banque=bank aide=aid soutien=support entraide=mutual-aid maison=house ecole=school
        politique=policy politiques=policy recherche=research culturel=cultural culturelle=cultural nord=north sud=south est=east ouest=west vieux=old nouveau=new nouvelle=new benevole=volunteer benevoles=volunteers bureau=office service=service services=services action=action violence=violence police=police prison=prison prisonniers=prisoners
        atingidos=affected barragens=dams trabalhador=worker trabalhadoras=workers trabalhadora=worker imigrantes=immigrants imigrante=immigrant brasileiro=brazilian brasileira=brazilian brasileiros=brazilian casa=house moradia=housing terra=land agua=water justica=justice paz=peace negra=black negros=black jovens=youth familias=families comunidade=community comunidades=communities
        defesa=defense agricultores=farmers familiar=family pescadores=fishermen indigenas=indigenous povos=peoples povo=people apoio=support grupo=group instituto=institute federacao=federation sindicato=union uniao=union alianca=alliance assistencia=assistance
        fluchtlingsrat=refugee-council fluchtlinge=refugees fluchtlings=refugee fluchtlingshilfe=refugee-aid hilfe=aid einwanderer=immigrants migranten=migrants mieterverein=tenants-association mieterbund=tenants-federation mieter=tenants verein=association bundnis=alliance netzwerk=network arbeitskreis=working-group arbeitsgemeinschaft=working-group
        landwirtschaft=agriculture bauern=farmers umwelt=environment klima=climate wasser=water erde=earth naturschutz=conservation friedens=peace schule=school schulen=schools zentrum=center haus=house rechte=rights recht=law freiheit=freedom gerechtigkeit=justice
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(pair => pair.Split('=')).DistinctBy(pair => pair[0]).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    // They stand in names of either language, and do not tell which one it is.
    private static readonly FrozenDictionary<string, string> saints =
        "san=saint santo=saint santa=saint pablo=paul pedro=peter juan=john jose=joseph maria=mary lucas=luke marcos=mark mateo=matthew tomas=thomas miguel=michael francisco=francis antonio=anthony andres=andrew esteban=stephen jorge=george"
            .Split(' ').Select(pair => pair.Split('=')).ToFrozenDictionary(pair => pair[0], pair => pair[1]);

    public static bool IsSaint(string word) => saints.ContainsKey(word);

    /// <summary>The English for a word of another language; a compound's words are joined by hyphens.</summary>
    public static string InEnglish(string word) => saints.TryGetValue(word, out var saint) ? saint : english.TryGetValue(word, out var translated) ? translated : NameLanguages.InEnglish(word);

    /// <summary>What else the word may be in English.</summary>
    public static IEnumerable<string> AlsoEnglish(string word) => NameWords.AlsoEnglish.TryGetValue(word, out var also) ? [also] : [];
}
