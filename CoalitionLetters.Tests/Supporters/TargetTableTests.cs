using System.Text;
using CoalitionLetters.Data;
using CoalitionLetters.Supporters;
using CoalitionLetters.Tests.Support;
using Xunit;

namespace CoalitionLetters.Tests.Supporters;

public sealed class TargetTableTests
{
    [Fact]
    public void The_sample_has_two_offices_for_each_state()
    {
        using var file = File.OpenRead(RepositoryFiles.Sample("senators-offices.csv"));

        var targets = TargetTable.Read(file);

        Assert.Equal(50, targets.GroupBy(target => target.States.Single()).Count(state => state.Count() == 2));
    }

    [Theory]
    [InlineData("name,salutation,channel,email\nA,Dear A,mail,\nB,Dear B,mail,b@c.example\nC,,mail,c@c.example", "Row 2: Enter the mail address of A. Row 4: Enter the salutation for C, like \"Dear Senator Example,\".")]
    [InlineData("name,salutation,email,state\nA,Dear A,a@b.example,Atlantis", "Row 2: \"Atlantis\" is no state.")]
    [InlineData("office,mail\nA,a@b.example", "The first row must name the columns: name, salutation, channel, email, form, address, state, postal prefixes, mails per minute.")]
    [InlineData("name,salutation,channel,form\nA,Dear A,form,http://insecure.example", "Row 2: Enter the full address of A's form, beginning with https://.")]
    public void What_cannot_be_read_is_named_with_its_row(string table, string message)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(table));

        var refusal = Assert.Throws<RuleBrokenException>(() => TargetTable.Read(file));

        Assert.Equal(message, refusal.Message);
    }

    [Fact]
    public void Several_states_prefixes_and_lines_stand_between_semicolons()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("name;salutation;channel;address;state;postal prefixes\nA;Dear A,;print;\"1 Street; Town\";\"OH; utah\";441"));

        var target = Assert.Single(TargetTable.Read(file));

        Assert.Equal(["1 Street", "Town"], target.PostalAddress);
        Assert.Equal(["Ohio", "Utah"], target.States);
        Assert.Equal(["441"], target.PostalPrefixes);
    }
}
