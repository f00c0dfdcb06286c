using System.Text;
using CoalitionLetters.Importing;
using Xunit;

namespace CoalitionLetters.Tests.Importing;

/// <summary>
/// Headers as campaigners get them from the services, each column with the field that it is: <c>header=Field</c>, or <c>header=</c> for one that is nothing to us.
/// None of them stood in the program's own lists when they were written down.
/// </summary>
public sealed class ServiceHeaderTests
{
    private static readonly Dictionary<string, string[]> values = new()
    {
        ["Organization"] = ["Water Trust", "River Workers Union", "Lake Club of Austin", "Coalition for Clean Air"],
        ["SignerName"] = ["Ada Lovelace", "Bo Diddley", "Cy Twombly", "Di Prima"],
        ["FirstName"] = ["Ada", "Bo", "Cy", "Di"],
        ["LastName"] = ["Lovelace", "Diddley", "Twombly", "Prima"],
        ["SignerTitle"] = ["Executive Director", "President", "Policy Counsel", "Organizer"],
        ["Email"] = ["ada@water.example", "bo@river.example", "cy@lake.example", "di@air.example"],
        ["Phone"] = ["(505) 555-0100", "505-555-0101", "+1 505 555 0102", "5055550103"],
        ["Website"] = ["https://water.example", "www.river.example", "lake.example", "https://air.example"],
        ["Scope"] = ["National", "State", "Local", "National"],
        ["State"] = ["TX", "NM", "New York", "CA"],
        ["City"] = ["Austin", "Santa Fe", "Albany", "Fresno"],
        ["Country"] = ["USA", "USA", "Mexico", "USA"],
        ["Kind"] = ["Union", "Advocacy", "Faith", "Legal"],
        ["Comment"] = ["Thank you for this", "", "Please call first", "Proud to join"],
        ["Quote"] = ["Families belong together.", "", "We stand with them.", ""],
        ["SubmittedAt"] = ["6/18/2018 9:12:04", "6/18/2018 10:01:44", "6/19/2018 8:00:01", "6/19/2018 8:12:10"],
        ["Status"] = ["confirmed", "confirmed", "confirmed", "confirmed"],
        [""] = ["Yes", "Yes", "Yes", "No"],
    };

    [Theory]
    // Google Forms
    [InlineData("Timestamp=SubmittedAt|Email Address=Email|Organization Name=Organization|First Name=FirstName|Last Name=LastName|Title=SignerTitle|Phone Number=Phone|City=City|State=State|Zip Code=|How did you hear about this letter?=|I have the authority to sign on behalf of my organization=")]
    [InlineData("Timestamp=SubmittedAt|Name of Organization (as you would like it to appear)=Organization|Name of person signing=SignerName|Title of person signing=SignerTitle|Email of person signing=Email|Is your organization national, state, or local?=Scope|If state or local, which state?=State|Any questions or comments?=Comment|Do you consent to your logo being used?=")]
    [InlineData("Timestamp=SubmittedAt|Your full name=SignerName|Your organization=Organization|Your position at the organization=SignerTitle|Best email to reach you=Email|Cell phone=Phone|What state is your organization based in?=State|Can we list your organization publicly?=")]
    [InlineData("Timestamp=SubmittedAt|Organization/Union/Congregation Name=Organization|Contact First Name=FirstName|Contact Last Name=LastName|Contact Email=Email|Organization Website=Website|Type of organization=Kind|How many members does your organization have?=")]
    [InlineData("Marca temporal=SubmittedAt|Dirección de correo electrónico=Email|Nombre de la organización=Organization|Nombre de la persona que firma=SignerName|Cargo en la organización=SignerTitle|Número de teléfono=Phone|Ciudad=City|Estado=State|Código postal=|¿Cómo se enteró de esta carta?=|Autorizo el uso del nombre de mi organización=")]
    [InlineData("Marca temporal=SubmittedAt|¿Cuál es el nombre de su organización?=Organization|Su nombre=FirstName|Su apellido=LastName|Correo electrónico de contacto=Email|Página web de la organización=Website|¿Su organización es nacional, estatal o local?=Scope|Comentarios adicionales=Comment")]
    [InlineData("Horodateur=SubmittedAt|Adresse e-mail=Email|Nom de l'organisation=Organization|Prénom du signataire=FirstName|Nom du signataire=LastName|Fonction dans l'organisation=SignerTitle|Téléphone=Phone|Ville=City|Code postal=|Comment avez-vous entendu parler de cette lettre ?=|J'accepte que le nom de mon organisation soit publié=")]
    [InlineData("Horodateur=SubmittedAt|Nom de votre association ou syndicat=Organization|Votre nom et prénom=SignerName|Votre fonction=SignerTitle|Votre adresse e-mail=Email|Site internet de l'association=Website|Pays=Country|Remarques=Comment")]
    [InlineData("Zeitstempel=SubmittedAt|E-Mail-Adresse=Email|Name der Organisation=Organization|Vorname=FirstName|Nachname=LastName|Funktion in der Organisation=SignerTitle|Telefon=Phone|PLZ=|Ort=City|Wie haben Sie von dem Brief erfahren?=|Ich bin berechtigt, für die Organisation zu unterzeichnen=")]
    [InlineData("Zeitstempel=SubmittedAt|Welche Organisation vertreten Sie?=Organization|Ihr Vor- und Nachname=SignerName|Ihre Position=SignerTitle|Ihre E-Mail-Adresse=Email|Internetseite der Organisation=Website|Bundesland=State|Anmerkungen=Comment")]
    // Google Sheets that staff keep themselves
    [InlineData("Org=Organization|Contact=SignerName|Contact's email=Email|Date added=SubmittedAt|Signed?=Status|Notes=Comment|Point person on our side=")]
    [InlineData("#=|Organization=Organization|Signatory=SignerName|Role=SignerTitle|Email=Email|State/Territory=State|Category=Kind|Confirmed?=Status")]
    [InlineData("Group=Organization|Rep=SignerName|Rep Email=Email|Rep Phone=Phone|National/State/Local=Scope|ST=State|Added by=")]
    [InlineData("N.º=|Organización=Organization|Persona de contacto=SignerName|Correo=Email|Tel.=Phone|Ámbito=Scope|Estado=State|Fecha=SubmittedAt")]
    [InlineData("Organisation signataire=Organization|Personne de contact=SignerName|Courriel=Email|Tél.=Phone|Niveau=Scope|Date=SubmittedAt|Commentaire=Comment")]
    [InlineData("Nr.=|Organisation=Organization|Ansprechperson=SignerName|E-Mail=Email|Tel.=Phone|Ebene=Scope|Bundesland=State|Datum=SubmittedAt|Bemerkungen=Comment")]
    // Action Network
    [InlineData("first_name=FirstName|last_name=LastName|email=Email|zip_code=|can2_user_address=|can2_user_city=City|can2_state_abbreviated=State|can2_phone=Phone|can2_user_tags=|organization=Organization|job_title=SignerTitle|can2_subscription_date=SubmittedAt")]
    [InlineData("email=Email|first_name=FirstName|last_name=LastName|can2_user_city=City|can2_state_abbreviated=State|zip_code=|country=Country|org_name=Organization|title=SignerTitle|comments=Comment|Action Date=SubmittedAt|Referrer=|Source Code=")]
    [InlineData("First Name=FirstName|Last Name=LastName|Email=Email|Zip/Postal Code=|Street Address=|City=City|State/Province=State|Country=Country|Organization Name=Organization|Your Title=SignerTitle|Created Date (EST)=SubmittedAt|Source=|Subscribed=")]
    [InlineData("can2_user_id=|email=Email|first_name=FirstName|last_name=LastName|zip_code=|can2_phone=Phone|Name of Organization=Organization|Position or Title=SignerTitle|Organizational Website=Website|Is your organization national, state or local?=Scope")]
    [InlineData("nombre=FirstName|apellido=LastName|correo=Email|codigo_postal=|can2_user_city=City|can2_state_abbreviated=State|organizacion=Organization|cargo=SignerTitle|can2_subscription_date=SubmittedAt")]
    [InlineData("#=|SIGN-ON ORG=Organization|POC=SignerName|POC email=Email|Sign on? (Y/N)=Status|Who asked=")]
    [InlineData("Endorsing group=Organization|Rep. name=SignerName|Rep. title=SignerTitle|Rep. e-mail=Email|Response=Status")]
    [InlineData("Organization *=Organization|Contact name (first and last)=SignerName|E-mail *=Email|State/Territory *=State")]
    [InlineData("Organización firmante=Organization|Nombre y cargo del responsable=SignerName|Correo-e=Email|¿Firma?=Status")]
    [InlineData("Structure signataire=Organization|Prénom et nom du/de la représentant·e=SignerName|Qualité=SignerTitle|Adresse mèl=Email|Signe ?=Status")]
    [InlineData("Zeitstempel=SubmittedAt|Name Ihrer Organisation / Gruppe=Organization|Name der unterzeichnenden Person=SignerName|Rolle=SignerTitle|E-Mail-Adresse=Email|Reichweite=Scope")]
    // EveryAction, NGP VAN
    [InlineData("Contact VANID=|First Name=FirstName|Last Name=LastName|Email=Email|Organization/Employer=Organization|Job Title/Occupation=SignerTitle")]
    [InlineData("VANID=|ContactName=SignerName|CommitteeName=Organization|PreferredEmail=Email|PreferredPhone=Phone|City=City|State/Province=State")]
    [InlineData("ContactName=SignerName|OrganizationName=Organization|ContactEmail=Email|ContactTitle=SignerTitle|ContactPhone=Phone")]
    [InlineData("VANID=|Contact Name=SignerName|Committee Name=Organization|Preferred Email=Email|Preferred Phone=Phone|City=City|State/Province=State|Zip/Postal=|Date Submitted=SubmittedAt")]
    [InlineData("VANID=|Last=LastName|First=FirstName|Organization Name=Organization|Job Title=SignerTitle|PreferredEmail=Email|Cell Phone=Phone|mCity=City|mState=State|mZip5=|Origin Source Code=")]
    [InlineData("VanID=|FirstName=FirstName|LastName=LastName|EmployerName=Organization|OccupationName=SignerTitle|Email=Email|HomePhone=Phone|StreetAddress=|City=City|StateProvince=State|ZipOrPostal=|DateCreated=SubmittedAt")]
    [InlineData("Contact ID=|Contact Name=SignerName|Official Name=Organization|Common Name=|Personal Email=Email|Work Phone=Phone|Form Name=|Online Form Submission Date=SubmittedAt|Custom: Scope=Scope")]
    [InlineData("Online Actions Form=|Contact Name=SignerName|Organization=Organization|Title=SignerTitle|Email Address=Email|State=State|Consent to list organization=|Comments=Comment|Source Code=")]
    // Excel
    [InlineData("ORGANIZATION NAME=Organization|SIGNER=SignerName|SIGNER TITLE=SignerTitle|E-MAIL=Email|PHONE #=Phone|STATE=State|NATIONAL OR LOCAL=Scope|QUOTE FOR PRESS=Quote")]
    [InlineData("No.=|Name of Group=Organization|Contact Person Name=SignerName|Contact Person Title=SignerTitle|Contact Person Email=Email|Web Address=Website|Date Signed=SubmittedAt")]
    [InlineData("Member organization=Organization|Executive Director=|ED email=Email|Main phone=Phone|Headquarters city=City|Headquarters state=State|Sector=Kind")]
    [InlineData("Núm.=|Nombre de la entidad=Organization|Representante legal=SignerName|Puesto=SignerTitle|Correo-e=Email|Celular=Phone|Municipio=City|Estado=State|Tipo de entidad=Kind")]
    [InlineData("Structure=Organization|Représentant(e)=SignerName|Qualité=SignerTitle|Mail=Email|Portable=Phone|Commune=City|Département=|Site web=Website")]
    [InlineData("Lfd. Nr.=|Verein/Verband=Organization|Vertreten durch=SignerName|Amt=SignerTitle|Mailadresse=Email|Handynummer=Phone|Stadt=City|Land=Country|Webadresse=Website")]
    public void The_columns_of_the_services_are_known_with_no_hand_on_them(string columns)
    {
        var pairs = columns.Split('|').Select(column => (Header: column[..column.LastIndexOf('=')], Field: column[(column.LastIndexOf('=') + 1)..])).ToList();
        var file = new StringBuilder(Line(pairs.Select(pair => pair.Header)));
        foreach (var row in Enumerable.Range(0, 4))
            file.Append(Line(pairs.Select((pair, i) => IsNumbered(pair.Header) ? $"{1001 + row + i}" : values[pair.Field][row])));

        var layout = SheetLayout.Guess(Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes(file.ToString()))));

        Assert.Equal(1, layout.HeaderRow);
        Assert.Equal(columns, string.Join('|', pairs.Select((pair, i) => $"{pair.Header}={layout.Mapping.FirstOrDefault(mapped => mapped.Column == i)?.Field}")));
    }

    [Fact]
    public void Where_a_doctor_is_titled_the_title_is_none_of_an_office() =>
        Assert.Equal("Firma Vorname Name E-Mail Ort", string.Join(' ', SheetLayout.Guess(Sheet.Open(new MemoryStream(Encoding.UTF8.GetBytes("Anrede;Titel;Vorname;Name;Firma;Straße;Ort;E-Mail\nHerr;Dr.;Jürgen;Groß;Pro Asyl;Moselstr. 4;Frankfurt;a@x.example\nFrau;;Käthe;Öz;Brot für die Welt;Ufer 1;Berlin;b@x.example\n")))).Mapping.Select(mapped => mapped.Header)));

    private static bool IsNumbered(string header) => header is "#" or "Contact VANID" or "No." or "Nr." or "N.º" or "Núm." or "Lfd. Nr." or "VANID" or "VanID" or "Contact ID" or "can2_user_id" or "How many members does your organization have?"
        || header.Contains("zip", StringComparison.OrdinalIgnoreCase) || header is "Code postal" or "Código postal" or "PLZ" or "codigo_postal";

    private static string Line(IEnumerable<string> cells) => string.Join(',', cells.Select(cell => $"\"{cell}\"")) + "\n";
}
