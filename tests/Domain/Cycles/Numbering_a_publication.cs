using System.Text.Json;
using VksServerless.Cycles;

namespace VksServerless.Tests.Cycles;

public class Numbering_a_publication
{
    [Theory]
    [InlineData(1, "01/BC-VKSTC")]
    [InlineData(12, "12/BC-VKSTC")]
    [InlineData(123, "123/BC-VKSTC")]
    public void Takes_its_place_in_the_year_with_two_digits_at_least(int place, string text)
    {
        PublicationNumber.InYear(place).ToString().ShouldBe(text);
        PublicationNumber.Of(text).ShouldBe(PublicationNumber.InYear(place));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("1/BC-VKSTC")]
    [InlineData("01/BC-VKS")]
    [InlineData("0a/BC-VKSTC")]
    [InlineData("/BC-VKSTC")]
    public void Refuses_what_is_no_such_number(string? text) => PublicationNumber.TryParse(text, out _).ShouldBeFalse();

    [Theory]
    [InlineData("72/BC-VKSTC", 72)]
    [InlineData("01/BC-VKSTC", 1)]
    [InlineData("072/BC-VKSTC", null)]
    [InlineData("00/BC-VKSTC", null)]
    [InlineData("99999999999/BC-VKSTC", null)]
    public void Has_a_place_in_the_year_when_it_is_written_as_one(string text, int? place) =>
        PublicationNumber.Of(text).Place.ShouldBe(place);

    [Fact]
    public void Stands_in_JSON_as_a_string()
    {
        var written = JsonSerializer.Serialize(PublicationNumber.InYear(1), DomainJson.Options);

        written.ShouldBe("\"01/BC-VKSTC\"");
        JsonSerializer.Deserialize<PublicationNumber>(written, DomainJson.Options).ShouldBe(PublicationNumber.InYear(1));
    }
}
