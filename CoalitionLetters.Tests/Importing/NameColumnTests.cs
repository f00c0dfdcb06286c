using System.Text;
using CoalitionLetters.Importing;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>Who is a person and who is an organization, where a column only says "Name": whoever stands under the organizations is published.</summary>
public sealed class NameColumnTests
{
    private static readonly Dictionary<string, string> beside = new()
    {
        ["en"] = "Timestamp,Email Address,Name,Title,{0},Comments",
        ["es"] = "Marca temporal,Correo electrónico,Nombre,Cargo,{0},Comentarios",
        ["fr"] = "Horodateur,Adresse e-mail,Nom,Fonction,{0},Commentaires",
        ["de"] = "Zeitstempel,E-Mail-Adresse,Name,Funktion,{0},Anmerkungen",
    };

    [Theory]
    [InlineData("en", "Which group are you signing on behalf of?")]
    [InlineData("en", "On behalf of")]
    [InlineData("en", "Name of Local/Union")]
    [InlineData("en", "Nonprofit name")]
    [InlineData("en", "Coalition Member")]
    [InlineData("en", "Organization (if any)")]
    [InlineData("en", "Official organization name for sign-on")]
    [InlineData("en", "What is the name of your congregation?")]
    [InlineData("en", "Your union or association")]
    [InlineData("en", "Non-profit / NGO name")]
    [InlineData("en", "Full legal name of entity: please write it as it should appear")]
    [InlineData("en", "Group you represent")]
    [InlineData("en", "Employer or institution")]
    [InlineData("en", "Affiliation")]
    [InlineData("en", "Signing on behalf of:")]
    [InlineData("en", "Chapter name")]
    [InlineData("en", "Partner name")]
    [InlineData("en", "Name of Church, Synagogue or Mosque")]
    [InlineData("en", "Legal name")]
    [InlineData("es", "Nombre de la entidad")]
    [InlineData("es", "Razón social")]
    [InlineData("es", "Asociación")]
    [InlineData("es", "Nombre de la asociación")]
    [InlineData("es", "¿A qué organización representa?")]
    [InlineData("es", "¿Cuál es el nombre de su colectivo?")]
    [InlineData("es", "Entidad firmante")]
    [InlineData("es", "Nombre del sindicato o la asociación")]
    [InlineData("es", "Nombre completo de la fundación")]
    [InlineData("es", "En nombre de")]
    [InlineData("fr", "Organisme")]
    [InlineData("fr", "Raison sociale")]
    [InlineData("fr", "Nom de l'organisme")]
    [InlineData("fr", "Nom de la structure")]
    [InlineData("fr", "Association signataire")]
    [InlineData("fr", "Au nom de quelle organisation signez-vous ?")]
    [InlineData("fr", "Quel est le nom de votre syndicat ?")]
    [InlineData("fr", "Collectif ou association")]
    [InlineData("fr", "Nom du réseau (tel qu'il doit apparaître)")]
    [InlineData("de", "Name des Vereins")]
    [InlineData("de", "Name der Einrichtung")]
    [InlineData("de", "Firma/Organisation")]
    [InlineData("de", "Für welche Organisation unterzeichnen Sie?")]
    [InlineData("de", "Welchen Verein vertreten Sie?")]
    [InlineData("de", "Wie heißt Ihre Initiative?")]
    [InlineData("de", "Name Ihrer Kirchengemeinde")]
    [InlineData("de", "In wessen Namen unterzeichnen Sie?")]
    public void A_bare_name_is_the_persons_beside_any_words_for_a_body(string language, string header) =>
        Assert.Equal("Organization=4 SignerName=2 SignerTitle=3", NamesIn(string.Format(null, beside[language], $"\"{header}\""), "1,a@x.example,Ana Maria Ruiz Hernandez,Director,Earthworks,Please call first", "2,b@x.example,Bo Li,President,Sierra Club,Proud to join"));

    [Theory]
    [InlineData("Nombre,Cargo,Correo electrónico,Nombre de la entidad", "Organization=3 SignerName=0 SignerTitle=1")]
    [InlineData("Name,Title,Email,Who stands behind this?", "Organization=3 SignerName=0 SignerTitle=1")]
    [InlineData("Name,Mailbox,Email,Who stands behind this?", "Organization=3 SignerName=0")]
    [InlineData("Respondent ID,First Name,Last Name,Name:,Company:", "Organization=4 SignerName=3")]
    [InlineData("user first name,user last name,user email,event title,organization name", "Organization=4 FirstName=0 LastName=1")]
    [InlineData("Contact Type,Display Name,Job Title,Email,Current Employer", "Organization=4 SignerName=1 SignerTitle=2")]
    [InlineData("VANID,Common Name,Official Name,Primary Contact,Email", "Organization=2 SignerName=3")]
    [InlineData("Title (as it should appear on the letter),Name,Organization", "Organization=2 SignerName=1 SignerTitle=0")]
    [InlineData("What's your role?,And your name?,What is your organization called?", "Organization=2 SignerName=1 SignerTitle=0")]
    public void The_columns_of_other_services_are_told_apart(string headers, string columns)
    {
        var cells = headers.Split(',').Select(header => header switch
        {
            "Nombre" or "Name" or "Name:" or "Display Name" or "Primary Contact" or "And your name?" => ("Ana Maria Ruiz Hernandez", "Bo Li"),
            "Cargo" or "Title" or "Job Title" or "What's your role?" or "Title (as it should appear on the letter)" => ("Director", "President"),
            "First Name" or "Last Name" => ("", ""),
            "user first name" => ("Ana", "Bo"),
            "user last name" => ("Ruiz", "Li"),
            "Correo electrónico" or "Email" or "user email" => ("a@x.example", "b@x.example"),
            "Respondent ID" or "VANID" => ("1001", "1002"),
            "Mailbox" => ("7", "8"),
            "event title" => ("Sign-on", "Sign-on"),
            "Contact Type" => ("Individual", "Individual"),
            "Common Name" => ("TOPX", "WDPX"),
            _ => ("Texas Organizing Project", "Sierra Club"),
        }).ToList();

        Assert.Equal(columns, NamesIn(headers, string.Join(',', cells.Select(cell => cell.Item1)), string.Join(',', cells.Select(cell => cell.Item2))));
    }

    [Theory]
    [InlineData("Name,Title,Email\nAna Ruiz,Director,a@x.example\nBo Li,President,b@x.example\n", "Row 1: column A (Name) may hold persons, since titles stand beside it, and no other column looks like the names of organizations. Say which column it is.")]
    [InlineData("Name,Email,Sent in for\nZanthi,a@x.example,Ana Ruiz\nQuorra,b@x.example,Bo Li\n", "Row 1: the names of organizations may stand in column A (Name) or column C (Sent in for). Say which one it is.")]
    public void Where_it_stays_unsure_nothing_is_tried_out_before_staff_say_it(string text, string sentence)
    {
        var sheet = Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)));
        var layout = SheetLayout.Guess(sheet);

        var asked = Assert.Throws<ImportFault>(() => new DryRun(layout).Run(sheet).ToList());
        var said = new DryRun(layout.With(new Dictionary<ImportField, int> { [ImportField.Organization] = 0 })).Run(sheet).ToList();

        Assert.Equal(sentence, asked.Message);
        Assert.Equal(2, said.Count);
    }

    [Theory]
    [InlineData("Name,Website,State\nEarthworks,https://earthworks.example,DC\nTexas Organizing Project,,Texas\n")]
    [InlineData("Name,Email,Zip\nWater Trust,a@x.example,01234\nRiver Union,b@x.example,02345\n")]
    [InlineData("Name,Contact,Title,Email\nEarthworks,Ana Ruiz,Director,a@x.example\nCimade,Bo Li,President,b@x.example\n")]
    [InlineData("Name,Title,Email\nWater Trust,Director,a@x.example\nRiver Union,President,b@x.example\n")]
    public void A_bare_name_names_organizations_where_nothing_speaks_of_persons(string text) =>
        Assert.Equal(0, SheetLayout.Guess(Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text)))).ColumnOf(ImportField.Organization));

    [Theory]
    [InlineData("Name,Parent Organization,State,Website\nPrairie Nurses Network,NNU,KS,a.example\nElm Street Tenants,ACORN,TX,b.example\n", "Name")]
    [InlineData("Chapter,Parent Organization,Contact,Email\nDallas Chapter,Sierra Club,Ana Ruiz,a@x.example\nAustin Chapter,NAACP,Bo Li,b@x.example\n", "Chapter")]
    [InlineData("Local/Chapter,Parent Organization,Signatory Name,Signatory Email\nLocal 770,UFCW,Ana Ruiz,a@x.example\nLocal 11,UNITE HERE,Bo Li,b@x.example\n", "Local/Chapter")]
    [InlineData("Who is signing?,Umbrella organization,Email\nElm Street Tenants,ACORN,a@x.example\nPrairie Nurses Network,NNU,b@x.example\n", "Who is signing?")]
    [InlineData("Group,Fiscal sponsor organization,Email\nElm Street Tenants,Tides,a@x.example\nPrairie Nurses Network,NNU,b@x.example\n", "Group")]
    [InlineData("Ortsverein;Dachverband;E-Mail\nVerein am See;AWO;a@x.example\nMieterverein Ost;DMB;b@x.example\n", "Ortsverein")]
    public void The_local_body_signs_and_not_its_parent(string text, string header)
    {
        foreach (var target in new[] { ImportTarget.Signatures, ImportTarget.Invitations, ImportTarget.Directory })
            Assert.Equal(header, SheetLayout.Guess(Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text))), target).Mapping.SingleOrDefault(mapped => mapped.Field == ImportField.Organization)?.Header);
    }

    [Fact]
    public void A_parent_alone_is_no_signatory_and_asked_about()
    {
        var sheet = Sheet.Open(new MemoryStream("Parent organization,Email\nUFCW,a@x.example\nUNITE HERE,b@x.example\n"u8.ToArray()));

        Assert.Equal("Row 1: no column looks like the names of organizations. Say which one it is.", Assert.Throws<ImportFault>(() => new DryRun(SheetLayout.Guess(sheet)).Run(sheet).ToList()).Message);
    }

    [Theory]
    [InlineData("Ana Maria Ruiz Hernandez,Texas Organizing Project,a@x.example\nBo Christopher Li-Martinez,Sierra Club,b@x.example\n", 1, null)]
    [InlineData("Ana Maria Ruiz Hernandez,Zanthi,a@x.example\nBo Christopher Li-Martinez,Quorra,b@x.example\n", null, "the names of organizations may stand in column A or column B. Say which one it is.")]
    public void Without_a_header_persons_are_no_organizations_for_their_longer_names(string text, int? column, string? sentence)
    {
        var layout = SheetLayout.Guess(Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(text))));

        Assert.Equal((null, column, sentence), (layout.HeaderRow, layout.ColumnOf(ImportField.Organization), layout.Unsure));
    }

    [Theory]
    [InlineData("[{\"organizationName\":\"Earthworks\",\"contactEmail\":\"a@x.example\"}]", "organizationName", 1)]
    [InlineData("[{\"zork\":\"Earthworks\"},{\"zork\":\"Cimade\"}]", "zork", 1)]
    public void The_names_of_members_in_JSON_are_headers_whatever_they_are(string json, string header, int row)
    {
        var layout = SheetLayout.Guess(Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(json))));

        Assert.Equal((row, header), (layout.HeaderRow, layout.Mapping[0].Header));
    }

    [Fact]
    public void A_header_far_below_blank_rows_is_found()
    {
        var layout = SheetLayout.Guess(Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes($"{new string('\n', 134)}Organization,Email\nEarthworks,a@x.example\n"))));

        Assert.Equal((135, 0), (layout.HeaderRow, layout.ColumnOf(ImportField.Organization)));
    }

    private static string NamesIn(string headers, params string[] rows)
    {
        var layout = SheetLayout.Guess(Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes($"{headers}\n{string.Join('\n', rows)}\n"))));
        return string.Join(' ', layout.Mapping.Where(mapped => mapped.Field <= ImportField.SignerTitle).Select(mapped => $"{mapped.Field}={mapped.Column}"));
    }
}
