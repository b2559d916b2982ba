using System.Text.Json;

namespace VksServerless.Tests.Kernel;

public class Values_written_as_text
{
    private static readonly string Zeros = new('0', 64);

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("../../../etc/passwd")]
    [InlineData("dddddddddddddddddddddddddddddddddddddddddddddddddddddddddddddd")]
    [InlineData("DDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDDD")]
    [InlineData("gggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggggg")]
    public void What_is_not_64_digits_is_no_hash(string? text) => Sha256.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void The_hash_of_bytes_is_the_one_that_everybody_computes() =>
        Sha256.Over("abc"u8).ToString().ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_blank_names_no_person(string? text) => PersonId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void What_has_never_been_written_has_no_ETag()
    {
        ETag.Of("").ShouldBe(ETag.None);
        ETag.None.IsNone.ShouldBeTrue();
        ETag.None.ToString().ShouldBeEmpty();
        ETag.Of("a").IsNone.ShouldBeFalse();
    }

    [Fact]
    public void They_stand_in_JSON_as_strings_and_are_read_back()
    {
        var written = JsonSerializer.Serialize(new Written(PersonId.Of("p-1"), Sha256.Of(Zeros)), DomainJson.Options);

        written.ShouldBe($$"""{"person":"p-1","sha256":"{{Zeros}}"}""");
        JsonSerializer.Deserialize<Written>(written, DomainJson.Options).ShouldBe(new Written(PersonId.Of("p-1"), Sha256.Of(Zeros)));
    }

    [Theory]
    [InlineData("""{"person":"","sha256":"0000000000000000000000000000000000000000000000000000000000000000"}""")]
    [InlineData("""{"person":"p-1","sha256":"abc"}""")]
    [InlineData("""{"person":"p-1","sha256":null}""")]
    public void What_is_no_such_value_is_not_read(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Written>(json, DomainJson.Options));

    private sealed record Written(PersonId Person, Sha256 Sha256);
}
