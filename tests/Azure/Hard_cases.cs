using System.Security.Cryptography;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using VksServerless.Application.Events;
using VksServerless.EndToEnd;
using VksServerless.EndToEnd.Reports;

namespace VksServerless.Azure.Tests;

public class Hard_cases(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task The_largest_file_comes_in_and_goes_out_as_it_was()
    {
        var cycle = await ACycle.Open(host, "V14");
        var file = AFile.OfSize(100 * 1024 * 1024);
        RandomNumberGenerator.Fill(file.Bytes.AsSpan(8));
        var reporter = host.As("reporter-V14");

        var attached = (await file.Attach(reporter, cycle.ReportOf("V14"))).Done();

        attached.Said("sha256").ShouldBe(Convert.ToHexStringLower(SHA256.HashData(file.Bytes)));
        var read = (await reporter.Get($"{cycle.ReportOf("V14")}/attachments/{attached.Said("id")}")).Done();
        read.Bytes.AsSpan().SequenceEqual(file.Bytes).ShouldBeTrue();
    }

    [Fact]
    public async Task A_poisoned_message_is_set_aside_at_each_subscription_and_delays_no_other()
    {
        await using (var bus = new ServiceBusClient(host.Door.Bus.ConnectionString))
        {
            await bus.CreateSender(Subscriptions.Topic).SendMessagesAsync(Subscriptions.All.Keys.Select(subscription =>
                new ServiceBusMessage("{ no event")
                {
                    Subject = Subscriptions.Again(subscription),
                    MessageId = $"poison for {subscription}",
                }));
        }

        var cycle = await ACycle.Open(host, "V14");

        (await cycle.Mails()).ShouldNotBeEmpty();
        (await SetAside()).ShouldBe(Subscriptions.All.Keys.Order());
        host.Door.Bus.Status().Sum(subscription => subscription.DeadLettered).ShouldBe(0);
    }

    [Fact]
    public async Task A_host_that_is_told_to_stop_ends_the_request_that_it_has_begun()
    {
        var cycle = await ACycle.Open(host, "V14");
        await host.Door.AddHost();
        var second = host.Door.Hosts[1].Address;
        var file = AFile.OfSize(100_000);
        var held = new AHeldBody(file.Bytes, "application/pdf");
        var attaching = file.Attach(host.As("reporter-V14"), new Uri(second, $"api/{cycle.ReportOf("V14")}").ToString(), held);
        await held.Begun;

        var stopping = host.Door.StopHost(1);
        await UntilRefused(second);
        held.Release();

        (await attaching).Done();
        (await stopping).ShouldBe(0);
        (await host.As("reporter-V14").Get($"{cycle.ReportOf("V14")}/attachments")).Done().Json.GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task A_mail_that_bounces_is_on_record_and_holds_up_no_other()
    {
        const string Gone = "v14@vks.example";
        host.Door.Mail.Bounces = mail => mail.To == Gone;

        var cycle = await ACycle.Open(host, "V14", "VP");

        var mails = (await host.As("operator").Get($"mails?cycle={cycle.Id}&size=1000")).Done()["items"].EnumerateArray().ToList();
        mails.Where(mail => mail.TryGetProperty("refused", out _)).Select(mail => mail.GetProperty("to").GetString()).Distinct().ShouldBe([Gone]);
        mails.Where(mail => !mail.TryGetProperty("sentAt", out _)).Select(mail => mail.GetProperty("to").GetString()).Distinct().ShouldBe([Gone]);
        mails.Select(mail => mail.GetProperty("to").GetString()).ShouldContain("vp@vks.example");
    }

    private static async Task UntilRefused(Uri address)
    {
        using var http = new HttpClient { Timeout = TimeSpan.FromSeconds(30) };
        while (true)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, "api/health"));
            request.Headers.Connection.Add("close");
            try
            {
                using var answer = await http.SendAsync(request);
            }
            catch (HttpRequestException)
            {
                return;
            }
        }
    }

    private async Task<IReadOnlyList<string>> SetAside()
    {
        var found = new List<string>();
        await foreach (var row in new TableClient(host.Door.StorageConnection, "rows").QueryAsync<TableEntity>(
            row => row.PartitionKey.CompareTo("set-aside|") >= 0 && row.PartitionKey.CompareTo("set-aside}") < 0))
        {
            found.Add(row.PartitionKey["set-aside|".Length..]);
        }

        return [.. found.Order()];
    }
}
