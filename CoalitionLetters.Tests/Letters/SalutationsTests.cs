using CoalitionLetters.Letters;
using Xunit;

namespace CoalitionLetters.Tests.Letters;

public sealed class SalutationsTests
{
    [Theory]
    [InlineData("Donald J. Trump", "President of the United States", "Dear President Trump:")]
    [InlineData("Jefferson B. Sessions III", "Attorney General of the United States", "Dear Attorney General Sessions:")]
    [InlineData("Chris Van Hollen", "Senator", "Dear Senator Van Hollen:")]
    [InlineData("Ana de la Cruz, Esq.", "Mayor of Example", "Dear Mayor de la Cruz:")]
    [InlineData("Pat Example", null, "Dear Pat Example:")]
    [InlineData("Pat Example", "Presidential adviser", "Dear Pat Example:")]
    public void One_recipient_is_greeted_by_office_and_last_name(string name, string? title, string greeting)
    {
        Assert.Equal(greeting, Salutations.Propose([new() { Name = name, Title = title }], "en"));
    }

    [Fact]
    public void Several_recipients_share_one_greeting()
    {
        Recipient[] two = [new() { Name = "Jefferson B. Sessions III", Title = "Attorney General" }, new() { Name = "Kirstjen M. Nielsen", Title = "Secretary of Homeland Security" }];

        Assert.Equal("Dear Attorney General Sessions and Secretary Nielsen:", Salutations.Propose(two, "en"));
        Assert.Equal("Dear Attorney General Sessions, Secretary Nielsen, and Lee Example:", Salutations.Propose([.. two, new() { Name = "Lee Example" }], "en"));
    }

    [Fact]
    public void Nobody_is_greeted_where_nobody_is_named()
    {
        Assert.Null(Salutations.Propose([new() { Title = "Mayor" }], "en"));
    }
}
