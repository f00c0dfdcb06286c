using System.Collections.Frozen;

namespace CoalitionLetters.Organizations.Names;

/// <summary>
/// Countries with their adjectives, which people take for each other within a name ("Nigeria Labour Congress", "Nigerian Labour Congress"), and the endings of
/// German ones. Source: Unicode CLDR 48 and the CIA World Factbook. Left out are adjectives that mean more than a country (Indian, Georgian, Dominican).
/// </summary>
internal static class Nationalities
{
    private static readonly IReadOnlyList<string[]> families =
    [
        .. """
            nigeria nigerian|ghana ghanaian|kenya kenyan|uganda ugandan|tanzania tanzanian|zambia zambian|zimbabwe zimbabwean|ethiopia ethiopian|sudan sudanese|somalia somali|morocco moroccan|tunisia tunisian|algeria algerian|egypt egyptian|libya libyan|senegal senegalese|cameroon cameroonian|rwanda rwandan|malawi malawian|namibia namibian|angola angolan|liberia liberian
            canada canadian|mexico mexican|cuba cuban|haiti haitian|jamaica jamaican|brazil brazilian|chile chilean|colombia colombian|peru peruvian|argentina argentine|venezuela venezuelan|bolivia bolivian|ecuador ecuadorian|guatemala guatemalan|honduras honduran|nicaragua nicaraguan|panama panamanian|uruguay uruguayan|paraguay paraguayan
            palestine palestinian|israel israeli|lebanon lebanese|syria syrian|jordan jordanian|iraq iraqi|iran iranian|yemen yemeni|kuwait kuwaiti|bahrain bahraini|afghanistan afghan|pakistan pakistani|bangladesh bangladeshi|nepal nepalese|thailand thai|vietnam vietnamese|cambodia cambodian|indonesia indonesian|malaysia malaysian|singapore singaporean|philippines philippine|china chinese|taiwan taiwanese|japan japanese|korea korean|mongolia mongolian|tibet tibetan|australia australian
            ukraine ukrainian|russia russian|belarus belarusian|poland polish|hungary hungarian|romania romanian|bulgaria bulgarian|serbia serbian|croatia croatian|slovenia slovenian|slovakia slovak|czechia czech|bosnia bosnian|albania albanian|macedonia macedonian|kosovo kosovar|greece greek|turkey turkish|armenia armenian|azerbaijan azerbaijani|estonia estonian|latvia latvian|lithuania lithuanian|moldova moldovan|kazakhstan kazakh|kyrgyzstan kyrgyz
            germany german|austria austrian|france french|italy italian|spain spanish|portugal portuguese|belgium belgian|denmark danish|sweden swedish|norway norwegian|finland finnish|iceland icelandic|ireland irish|scotland scottish|wales welsh|england english|malta maltese|cyprus cypriot|europe european|africa african
            schweizer schweizerische schweizerischer schweizerisches|deutscher deutsche deutsches|osterreichische osterreichischer osterreichisches|bayerische bayerischer bayerisches|europaische europaischer europaisches|ungarische ungarischer|polnische polnischer
            """.Split(['|', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(words => words.Split(' ')),
    ];

    private static readonly FrozenDictionary<string, string> countries =
        families.SelectMany(words => words.Skip(1).Select(word => (word, country: words[0]))).DistinctBy(pair => pair.word).ToFrozenDictionary(pair => pair.word, pair => pair.country);

    public static IReadOnlyList<FrozenSet<string>> Stems { get; } = [.. families.Select(words => words.ToFrozenSet())];

    public static string? CountryOf(string people) => countries.GetValueOrDefault(people);
}
