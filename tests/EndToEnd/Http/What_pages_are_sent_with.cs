using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace VksServerless.EndToEnd.Http;

public partial class What_pages_are_sent_with
{
    /// <summary>More than anybody needs to say who he is.</summary>
    private const int TooMuch = 70 * 1024;

    [Fact]
    public async Task A_page_that_refuses_is_as_guarded_as_any_other_and_nobody_unknown_sends_much()
    {
        await using var host = await AHost.Start();
        using var content = new ByteArrayContent(Encoding.ASCII.GetBytes("person=" + new string('x', TooMuch)));
        content.Headers.ContentType = new("application/x-www-form-urlencoded");

        using var refused = await host.Http.PostAsync(new Uri(host.Address, "portal/sign-in"), content);
        using var usual = await host.Http.GetAsync(new Uri(host.Address, "portal/sign-in"));

        ((int)refused.StatusCode).ShouldBe(413);
        refused.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        foreach (var header in new[] { "Content-Security-Policy", "X-Content-Type-Options", "Referrer-Policy" })
        {
            refused.Headers.GetValues(header).ShouldBe(usual.Headers.GetValues(header), header);
        }

        refused.Headers.GetValues("Content-Security-Policy").Single().ShouldContain("frame-ancestors 'none'");
    }

    [Fact]
    public async Task Style_sheet_and_script_travel_compressed_to_who_takes_it()
    {
        await using var host = await AHost.Start();
        var page = await host.Http.GetStringAsync(new Uri(host.Address, "portal/sign-in"));
        var files = Asset().Matches(page).Select(match => new Uri(host.Address, match.Groups[1].Value)).ToList();
        files.Count.ShouldBe(2);

        foreach (var file in files)
        {
            var plain = await Get(host, file, "");
            var compressed = await Get(host, file, "gzip, br");
            var refused = await Get(host, file, "br;q=0");

            (plain.Encoding, compressed.Encoding, refused.Encoding).ShouldBe(("", "br", ""));
            compressed.Content.Length.ShouldBeLessThan(plain.Content.Length / 3);
            await using var opened = new BrotliStream(new MemoryStream(compressed.Content), CompressionMode.Decompress);
            using var whole = new MemoryStream();
            await opened.CopyToAsync(whole);
            whole.ToArray().ShouldBe(plain.Content);
        }
    }

    private static async Task<(string Encoding, byte[] Content)> Get(AHost host, Uri file, string takes)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, file);
        if (takes.Length > 0)
        {
            request.Headers.Add("Accept-Encoding", takes);
        }

        using var answer = await host.Http.SendAsync(request);
        return (string.Join(',', answer.Content.Headers.ContentEncoding), await answer.Content.ReadAsByteArrayAsync());
    }

    [GeneratedRegex("(?:href|src)=\"(/portal/assets/[^\"]+[.](?:css|js))\"")]
    private static partial Regex Asset();
}
