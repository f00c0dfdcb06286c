namespace CoalitionLetters.Supporters.Desk;

/// <summary>The words of an action as staff type them.</summary>
public sealed class ActionFormModel
{
    public string? Title { get; set; }
    public string? Slug { get; set; }
    public string? Letter { get; set; }
    public string Language { get; set; } = "en";
    public string? Explanation { get; set; }
    public string? Subject { get; set; }
    public string? Draft { get; set; }
    public bool IsEditable { get; set; } = true;
    public bool Phone { get; set; }
    public bool Street { get; set; }
    public bool City { get; set; }
    public bool PostalCode { get; set; } = true;
    public bool State { get; set; } = true;
    public string? Consent { get; set; }
    public int RetentionDays { get; set; } = 180;
    public int Seen { get; set; }

    public static ActionFormModel Of(SupportersAction action, string? letter) => new()
    {
        Title = action.Content.Title,
        Slug = action.Slug,
        Letter = letter,
        Language = action.Content.Language,
        Explanation = action.Content.Explanation,
        Subject = action.Content.Subject,
        Draft = action.Content.Draft,
        IsEditable = action.Content.IsEditable,
        Phone = action.Content.Asks(SupporterField.Phone),
        Street = action.Content.Asks(SupporterField.Street),
        City = action.Content.Asks(SupporterField.City),
        PostalCode = action.Content.Asks(SupporterField.PostalCode),
        State = action.Content.Asks(SupporterField.State),
        Consent = action.Content.ConsentText,
        RetentionDays = action.Content.RetentionDays,
        Seen = action.Revision,
    };

    public ActionContent ToContent()
    {
        var fields = new List<SupporterField> { SupporterField.FirstName, SupporterField.LastName, SupporterField.Email };
        fields.AddRange(new (bool Asked, SupporterField Field)[]
        {
            (Phone, SupporterField.Phone), (Street, SupporterField.Street), (City, SupporterField.City), (PostalCode, SupporterField.PostalCode), (State, SupporterField.State),
        }.Where(pair => pair.Asked).Select(pair => pair.Field));
        return new ActionContent
        {
            Title = Title?.Trim() ?? "",
            Language = Language,
            Explanation = Explanation?.ReplaceLineEndings("\n").Trim() ?? "",
            Subject = string.IsNullOrWhiteSpace(Subject) ? Title?.Trim() ?? "" : Subject.Trim(),
            Draft = Draft?.ReplaceLineEndings("\n").Trim() ?? "",
            IsEditable = IsEditable,
            Fields = fields,
            ConsentText = string.IsNullOrWhiteSpace(Consent) ? null : Consent.Trim(),
            RetentionDays = RetentionDays,
        };
    }
}
