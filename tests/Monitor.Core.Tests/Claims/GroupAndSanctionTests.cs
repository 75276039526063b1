using Monitor.Core.Watchlist;

namespace Monitor.Core.Tests.Claims;

/// <summary>Counts of people, sanctions and persons not on the list.</summary>
public sealed class GroupAndSanctionTests
{
    [Theory]
    [InlineData("en", "Belarus freed 123 prisoners on Saturday.")]
    [InlineData("ru", "В субботу в Беларуси освободили 123 заключенных.")]
    [InlineData("be", "У суботу ў Беларусі вызвалілі 123 палітвязняў.")]
    [InlineData("uk", "У суботу в Білорусі звільнили 123 політв'язнів.")]
    [InlineData("pl", "W sobotę na Białorusi uwolniono 123 więźniów.")]
    public void A_count_of_people_freed_is_a_group(string language, string text)
    {
        var group = Assert.Single(Reader.Read(language, "Belarus", text).Groups);

        Assert.Equal((ClaimKind.Released, 123, PartialDate.Parse("2025-12-13")), (group.Kind, group.Count, group.Date!.Value));
    }

    [Theory]
    [InlineData("More than 1,200 political prisoners remain in Belarus.")]
    [InlineData("He called on Belarus to release 1,400 prisoners.")]
    [InlineData("Since November 2025 the Belarusian leader has pardoned 156 citizens.")]
    public void A_stock_a_sum_and_a_demand_are_no_group(string text) => Assert.Empty(Reader.Read("en", "Belarus", text).Groups);

    [Theory]
    [InlineData("en", "Belarus let Ales Bialiatski go along with 13 other prisoners on Saturday.", 14)]
    [InlineData("en", "Viktar Babaryka was not among the 52 freed on Saturday.", 52)]
    [InlineData("en", "Lithuania welcomed the release of 52 prisoners.", 52)]
    [InlineData("ru", "Виктор Бабарико вышел на свободу вместе с 13 другими политзаключенными.", 14)]
    [InlineData("pl", "Wśród 52 zwolnionych nie ma Wiktara Babaryki.", 52)]
    public void The_size_of_the_group_is_told_in_many_ways(string language, string text, int count) =>
        Assert.Equal(count, Assert.Single(Reader.Read(language, "Belarus", text).Groups).Count);

    [Theory]
    [InlineData("en", "Two hundred and fifty prisoners were freed in Belarus on Saturday.", 250)]
    [InlineData("en", "Belarus freed thirty-seven political prisoners on Saturday.", 37)]
    [InlineData("en", "Belarus freed a hundred and eight prisoners on Saturday.", 108)]
    [InlineData("ru", "В Беларуси освободили сто тридцать семь заключенных.", 137)]
    [InlineData("be", "У Беларусі вызвалілі дзвесце сорак двух палітвязняў.", 242)]
    [InlineData("uk", "У Білорусі звільнили тридцять двох політв'язнів.", 32)]
    [InlineData("pl", "Na Białorusi zwolniono stu dziewięćdziesięciu trzech więźniów.", 193)]
    public void A_number_of_several_words_is_one_number(string language, string text, int count) =>
        Assert.Equal(count, Assert.Single(Reader.Read(language, "Belarus", text).Groups).Count);

    [Theory]
    [InlineData("Still two hundred and fifty political prisoners are held in Belarus.")]
    [InlineData("More than two hundred and fifty prisoners remain in Belarus, rights groups say.")]
    [InlineData("Two jailed journalists from Belarus share a prize.")]
    [InlineData("Belarus may free 50 prisoners.")]
    [InlineData("In the past year Belarus had freed no prisoners; 1,100 people are still held.")]
    public void A_description_a_plan_and_a_stock_are_no_group(string text) => Assert.Empty(Reader.Read("en", "Belarus", text).Groups);

    [Fact]
    public void An_announced_lift_of_a_named_sanction_is_no_lift_in_force()
    {
        var claim = Assert.Single(Reader.Read("en", "Minsk talks", "The envoy announced that the US will lift sanctions on Belarusian potash.").Claims);

        Assert.Equal((ClaimKind.LiftAnnounced, Core.Claims.Stance.Asserted), (claim.Kind, claim.Stance));
    }

    [Fact]
    public void A_stranger_reported_as_detained_is_proposed()
    {
        var proposal = Assert.Single(Reader.Read("en", "Minsk", "Belarusian security officers detained the musician Ivan Kavalchuk on Friday.").Proposals);

        Assert.Equal(("Ivan Kavalchuk", ClaimKind.Detained), (proposal.Name, proposal.Kind));
    }

    [Fact]
    public void A_stranger_freed_beside_a_subject_does_not_free_the_subject() =>
        Assert.Equal("", Reader.Says(Reader.Read("en", "Belarus", "Ales Bialiatski wrote to his colleagues. Ivan Kavalchuk was freed on Friday."), "bialiatski"));
}
