using System.Text.Json;
using VksServerless.Forms;

namespace VksServerless.Tests.Forms;

public class Naming_a_field
{
    [Fact]
    public void Stands_in_JSON_as_a_string_and_as_a_name()
    {
        var code = FieldCode.Of("so_vu");

        JsonSerializer.Serialize(code, DomainJson.Options).ShouldBe("\"so_vu\"");
        JsonSerializer.Deserialize<FieldCode>("\"so_vu\"", DomainJson.Options).ShouldBe(code);
        JsonSerializer.Serialize(new Dictionary<FieldCode, int> { [code] = 1 }, DomainJson.Options).ShouldBe("""{"so_vu":1}""");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("1")]
    public void Takes_nothing_but_text(string json) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<FieldCode>(json, DomainJson.Options));

    [Fact]
    public void May_be_any_text_that_no_form_has() =>
        FormCatalogue.Shipped.Forms.First().Find(FieldCode.Of("../không phải mã")).ShouldBeNull();

    [Fact]
    public void Sorts_as_its_text_does() =>
        new[] { "so_vu", "so", "bi_can", "so_2" }.Select(FieldCode.Of).Order().Select(code => $"{code}")
            .ShouldBe(["bi_can", "so", "so_2", "so_vu"]);
}
