using System.Text.Json.Nodes;

namespace VksServerless.EndToEnd.Input;

public class Wrong_cycles(AHost host) : IClassFixture<AHost>
{
    /// <summary>What is changed in proper terms, and the rule that it breaks at that place.</summary>
    public static TheoryData<string, string, string, string> Terms => new()
    {
        { "title", "\"\"", "/title", "text" },
        { "title", "\"a\\nb\"", "/title", "text" },
        { "form", "{\"code\":\"khong-co\",\"version\":1}", "/form", "unknown-form" },
        { "period", "{\"firstDay\":\"2018-06-01\",\"lastDay\":\"2018-05-31\"}", "/period", "order" },
        { "closesAt", "\"2018-07-01T00:00:00+07:00\"", "/closesAt", "order" },
        { "closesAt", "\"9999-12-31T23:59:59Z\"", "/deadlines", "out-of-range" },
        { "approvalsNeeded", "0", "/approvalsNeeded", "out-of-range" },
        { "recipients", "[]", "/recipients", "out-of-range" },
        { "recipients", "[{\"name\":\"A\",\"mail\":\"a@b\\r\\nBcc: c@d\"}]", "/recipients/0/mail", "mail" },
        { "participants", "{\"units\":[\"KHONG-CO\"]}", "/participants/units/0", "unknown-unit" },
        { "reminders", "{\"days\":[3,1]}", "/reminders/days", "out-of-range" },
        { "closesAt", "{\"after\":\"supreme\",\"workingDays\":0,\"at\":\"16:00\"}", "/closesAt/workingDays", "out-of-range" },
        { "closesAt", "{\"after\":\"opening\",\"workingDays\":3,\"at\":\"16:00\"}", "/closesAt/after", "no-opening" },
        { "closesAt", "{\"after\":\"supreme\",\"workingDays\":200,\"at\":\"16:00\"}", "/closesAt", "calendar-missing" },
        { "previous", "\"k000000000000000\"", "/previous", "unknown-cycle" },
        { "parts", "[\"k000000000000000\"]", "/parts/0", "unknown-cycle" },
    };

    [Theory]
    [MemberData(nameof(Terms))]
    public async Task Are_refused_at_their_place(string part, string value, string place, string rule)
    {
        var terms = ACycle.Terms("V14");
        terms[part] = JsonNode.Parse(value);
        (await host.As("centre").Post("cycles", terms, Person.NewKey())).Refused(422, "cycle-invalid").RuleAt(place).ShouldBe(rule);
        (await host.As("centre").Get("cycles")).Done()["items"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task With_more_faults_than_are_shown_are_looked_through_no_further()
    {
        var terms = ACycle.Terms("V14");
        terms["participants"] = new JsonObject
        {
            ["units"] = new JsonArray(
            [.. Enumerable.Range(0, 2000).Select(number => JsonValue.Create(number))])
        };
        var refused = (await host.As("centre").Post("cycles", terms, Person.NewKey())).Refused(400, "body-malformed");
        refused["errors"].GetArrayLength().ShouldBe(500);
        refused.Said("detail").ShouldContain("499");
    }

    [Theory]
    [InlineData("phase", "\"published\"", "/phase", "unknown-property")]
    [InlineData("plan", "{\"number\":\"1/KH\"}", "/plan/date", "required")]
    [InlineData("plan", "{\"number\":1,\"date\":\"2018-05-30\"}", "/plan/number", "wrong-type")]
    [InlineData("title", "null", "/title", "required")]
    [InlineData("closesAt", "\"hôm nay\"", "/closesAt", "wrong-type")]
    [InlineData("participants", "{\"units\":[\"V14\",\"../x\"]}", "/participants/units/1", "wrong-type")]
    [InlineData("approvalsNeeded", "\"2\"", "/approvalsNeeded", "wrong-type")]
    [InlineData("recipients", "{}", "/recipients", "wrong-type")]
    [InlineData("recipients", "[null]", "/recipients/0", "required")]
    [InlineData("closesAt", "{\"after\":\"hôm nay\",\"workingDays\":1,\"at\":\"16:00\"}", "/closesAt/after", "wrong-type")]
    [InlineData("closesAt", "{\"after\":\"opening\",\"workingDays\":1,\"at\":\"4 giờ chiều\"}", "/closesAt/at", "wrong-type")]
    [InlineData("closesAt", "{\"after\":\"opening\",\"at\":\"16:00\"}", "/closesAt/workingDays", "required")]
    [InlineData("deadlines", "{\"district\":{\"days\":1}}", "/deadlines/district/days", "unknown-property")]
    public async Task That_are_not_as_they_should_be_are_told_what_and_where(string part, string value, string place, string rule)
    {
        var terms = ACycle.Terms("V14");
        terms[part] = JsonNode.Parse(value);
        terms.Remove("period");
        var refused = (await host.As("centre").Post("cycles", terms, Person.NewKey())).Refused(400, "body-malformed");
        (refused.RuleAt(place), refused.RuleAt("/period")).ShouldBe((rule, "required"));
    }

    [Fact]
    public async Task That_name_a_property_twice_or_end_early_are_told_so()
    {
        var terms = ACycle.Terms("V14").ToJsonString();
        (await host.As("centre").Post("cycles", $"{{\"title\":\"A\",{terms[1..]}", Person.NewKey())).Refused(400, "body-malformed")
            .RuleAt("/title").ShouldBe("duplicate");
        (await host.As("centre").Post("cycles", terms[..^1], Person.NewKey())).Refused(400, "body-malformed").Said("detail")
            .ShouldContain("kết thúc sớm");
    }

    [Fact]
    public async Task With_a_code_of_a_unit_that_is_none_are_told_how_codes_are_written()
    {
        var terms = ACycle.Terms("V14");
        terms["participants"] = JsonNode.Parse("{\"units\":[\"v14\"]}");
        (await host.As("centre").Post("cycles", terms, Person.NewKey())).Refused(400, "body-malformed")
            .Text.ShouldContain("Mã đơn vị gồm chữ hoa, số, gạch nối");
    }

    [Theory]
    [InlineData("phase", "\"published\"")]
    [InlineData("title", "null")]
    [InlineData("title", "\"\\ud800\"")]
    [InlineData("closesAt", "\"hôm nay\"")]
    [InlineData("participants", "{\"units\":[\"../x\"]}")]
    [InlineData("participants", "{\"levels\":[0]}")]
    [InlineData("approvalsNeeded", "1e400")]
    public async Task That_cannot_be_read_are_refused(string part, string value)
    {
        var terms = ACycle.Terms("V14");
        terms.Remove(part);
        var body = $"{{\"{part}\":{value},{terms.ToJsonString()[1..]}";
        (await host.As("centre").Post("cycles", body, Person.NewKey())).Refused(400, "body-malformed");
    }

    [Theory]
    [InlineData("cycles/k000000000000000", "cycle-unknown")]
    [InlineData("cycles/..%2F..%2Fetc", "cycle-unknown")]
    [InlineData("cycles/k000000000000000/reports/V14", "cycle-unknown")]
    [InlineData("units/khong-co", "unit-unknown")]
    [InlineData("units/%F0%9F%92%A9", "unit-unknown")]
    [InlineData("forms/ung-dung-cntt-10-nam/99999999999999999999", "form-unknown")]
    [InlineData("forms/khong-co/1", "form-unknown")]
    public async Task And_whatever_does_not_exist_are_not_found(string path, string type) =>
        (await host.As("centre").Get(path)).Refused(404, type);

    [Fact]
    public async Task At_a_wrong_method_are_told_so() =>
        (await host.As("centre").Put("cycles", "{}", null)).Refused(405, "method-not-allowed");
}
