using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace VksServerless.EndToEnd;

/// <summary>What came back.</summary>
public sealed partial record Answer(int Status, byte[] Bytes, HttpResponseMessage Response)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    /// <summary>What is the same each time it is asked for: a refusal names the trace of its request.</summary>
    public string Lasting => Status < 400 ? Text : Said("type");

    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Bytes);

    public string? ETag => Response.Headers.ETag?.Tag.Trim('"');

    public JsonElement this[string property] => Json.GetProperty(property);

    public string Said(string property) => this[property].GetString()!;

    public static async Task<Answer> To(HttpClient http, HttpRequestMessage request)
    {
        using var response = await http.SendAsync(request);
        var answer = new Answer((int)response.StatusCode, await response.Content.ReadAsByteArrayAsync(), response);
        if (answer.Status >= 400)
        {
            answer.IsAProperRefusal();
        }

        return answer;
    }

    /// <summary>It was done.</summary>
    public Answer Done()
    {
        Status.ShouldBeOneOf([(int)HttpStatusCode.OK, (int)HttpStatusCode.Created], Text);
        return this;
    }

    public Answer Refused(int status, string type)
    {
        (Status, Status < 400 ? Text : Said("type")).ShouldBe((status, $"/problems/{type}"), Text);
        return this;
    }

    /// <summary>The rule broken at that place, or null.</summary>
    public string? RuleAt(string place) => Json.TryGetProperty("errors", out var errors)
        ? errors.EnumerateArray().Where(error => error.GetProperty("place").GetString() == place)
            .Select(error => error.GetProperty("rule").GetString()).FirstOrDefault()
        : null;

    private void IsAProperRefusal()
    {
        Response.Content.Headers.ContentType?.MediaType.ShouldBe(
            "application/problem+json", $"{Response.RequestMessage!.Method} {Response.RequestMessage.RequestUri} gave {Status}: {Text}");
        Said("type").ShouldMatch("^/problems/[a-z0-9]+(-[a-z0-9]+)*$");
        this["status"].GetInt32().ShouldBe(Status);
        Vietnamese().IsMatch(Said("title")).ShouldBeTrue(Text);
        Vietnamese().IsMatch(Said("detail")).ShouldBeTrue(Text);
        Text.ShouldNotContain("   at ");
        Text.ShouldNotContain("Exception");
    }

    [GeneratedRegex("[àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ]", RegexOptions.IgnoreCase)]
    private static partial Regex Vietnamese();
}
