using Monitor.Core.Claims.Languages;

namespace Monitor.Core.Tests.Claims;

/// <summary>A sentence keeps the senses of each word as bits of one number (<c>Sentence.Seen</c>): a sense beyond its width would be taken for another one.</summary>
public sealed class SentenceBitsTests
{
    private const int BitsOfUInt128 = 128;

    [Fact]
    public void Every_sense_has_a_bit_of_its_own() => Assert.All(Enum.GetValues<Cue>(), cue => Assert.InRange((int)cue, 0, BitsOfUInt128 - 1));
}
