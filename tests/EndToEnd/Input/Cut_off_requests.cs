using System.Net.Sockets;
using System.Text;
using VksServerless.Documents.Units;
using VksServerless.EndToEnd.Reports;
using VksServerless.Server.Access;

namespace VksServerless.EndToEnd.Input;

public class Cut_off_requests(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task Leave_nothing_behind()
    {
        var cycle = await ACycle.Open(host, "V14");
        var before = await cycle.EverythingOf("V14");
        var report = AReport.Of("V14").ToJsonString();

        (await Raw($"{cycle.ReportOf("V14")}/submit",
            $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(report) + 5000}", report))
                .ShouldNotContain(" 201 ");
        (await Raw($"{cycle.ReportOf("V14")}/attachments",
            $"Content-Type: application/pdf\r\nContent-Length: 500000\r\nContent-Disposition: attachment; " +
            $"filename=abc.pdf\r\nContent-Digest: sha-256=:{Convert.ToBase64String(new byte[32])}:",
            "%PDF-1.7")).ShouldNotContain(" 201 ");

        (await cycle.EverythingOf("V14")).ShouldBe(before);
        // The whole of it, sent in the very same way, is taken.
        (await Raw($"{cycle.ReportOf("V14")}/submit",
            $"Content-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(report)}", report, hangUp: false))
                .ShouldStartWith("HTTP/1.1 201 ");
        (await AFile.OfSize(10).Attach(host.As("reporter-V14"), cycle.ReportOf("V14"))).Refused(409, "report-submitted-already");
    }

    [Fact]
    public async Task That_announce_too_much_are_refused_before_they_come()
    {
        var cycle = await ACycle.Open(host, "V14");
        var answer = await Raw($"{cycle.ReportOf("V14")}/attachments",
            $"Content-Type: application/pdf\r\nContent-Length: 104857601\r\nContent-Disposition: attachment; " +
            $"filename=abc.pdf\r\nContent-Digest: sha-256=:{Convert.ToBase64String(new byte[32])}:", "%PDF", hangUp: false);
        answer.ShouldStartWith("HTTP/1.1 413 ");
        answer.ShouldContain("/problems/attachment-too-large");
    }

    /// <summary>Sends what there is and no more; answers whatever comes back.</summary>
    private async Task<string> Raw(string path, string headers, string body, bool hangUp = true)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(host.Address.Host, host.Address.Port);
        var stream = client.GetStream();
        var token = host.TokenFor(SamplePeople.Find("reporter-V14", DirectoryFile.Shipped)!);
        await stream.WriteAsync(Encoding.UTF8.GetBytes(
            $"POST /api/{path} HTTP/1.1\r\nHost: {host.Address.Authority}\r\nAuthorization: Bearer {token}\r\nIdempotency-Key: " +
            $"{Person.NewKey()}\r\n{headers}\r\nConnection: close\r\n\r\n{body}"));
        if (hangUp)
        {
            client.Client.Shutdown(SocketShutdown.Send);
        }

        using var answer = new MemoryStream();
        try
        {
            await stream.CopyToAsync(answer);
        }
        catch (IOException)
        {
            // The server hung up: so be it.
        }

        return Encoding.UTF8.GetString(answer.ToArray());
    }
}
