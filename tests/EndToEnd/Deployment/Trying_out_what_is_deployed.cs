using System.Diagnostics;

namespace VksServerless.EndToEnd.Deployment;

/// <summary>The hooks that follow a deployment call the API; here it is the genuine one.</summary>
public class Trying_out_what_is_deployed(AHost host) : IClassFixture<AHost>
{
    [Fact]
    public async Task A_person_of_the_centre_drafts_a_cycle_and_discards_it_and_nobody_is_told()
    {
        var (code, said) = await Run("smoke", "centre");

        (code, said).ShouldBe((0, said));
        said.ShouldContain("a cycle was drafted and discarded");
        await host.WhenQuiet();
        var cycle = (await host.As("centre").Get("cycles")).Done()["items"].EnumerateArray().ShouldHaveSingleItem();
        cycle.GetProperty("phase").GetString().ShouldBe("cancelled");
        (await host.As("centre").Get("mails")).Done()["items"].GetArrayLength().ShouldBe(0);
    }

    [Fact]
    public async Task The_administrator_reads_the_directory_and_drafts_nothing()
    {
        var (code, said) = await Run("smoke", "administrator");

        (code, said).ShouldBe((0, said));
        said.ShouldContain("drafting a cycle is for the centre");
    }

    [Fact]
    public async Task A_directory_that_is_there_is_left()
    {
        var (code, said) = await Run("load-units", "administrator");

        (code, said).ShouldBe((0, said));
        said.ShouldContain("there is a directory");
    }

    private async Task<(int Code, string Said)> Run(string hook, string person)
    {
        var start = new ProcessStartInfo(Path.Combine(TheHouse.Root, "bicep/hooks", hook)) { RedirectStandardError = true };
        start.Environment["FUNCTION_APP_ADDRESS"] = host.Address.GetLeftPart(UriPartial.Authority);
        start.Environment["TOKEN_AUDIENCE"] = "its own";
        start.Environment["API_TOKEN"] = host.TokenFor(host.As(person).Who);
        using var run = Process.Start(start)!;
        var said = await run.StandardError.ReadToEndAsync();
        await run.WaitForExitAsync();
        return (run.ExitCode, said);
    }
}
