using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using VksServerless.Local.Functions;
using VksServerless.Local.Host;
using VksServerless.Local.Notifications;

namespace VksServerless.Local.Edition;

/// <summary>Runs the application until the process is told to end.</summary>
internal static class ServeCommand
{
    private const string Sender = "bao-cao@vks.example";

    private static readonly Option<string> Data = new("--data") { Description = "The folder that everything is kept in.", DefaultValueFactory = _ => ".data" };

    private static readonly Option<int> Port = new("--port") { Description = "On the loopback address. 0: any that is free.", DefaultValueFactory = _ => 7071 };

    private static readonly Option<string?> Smtp = new("--smtp")
    {
        Description = "host:port of the mail server; without it mails are written as .eml files. Default: the environment's VKS_SMTP.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_SMTP"),
    };

    public static Command Of(Option<string?> app)
    {
        var command = new Command("serve", "Runs the application until the process is told to end.") { app, Data, Port, Smtp };
        Port.Validators.Add(given =>
        {
            if (given.Tokens is [var text] && int.TryParse(text.Value, out var port) && port is < 0 or > 65535)
            {
                given.AddError("--port takes 0 to 65535.");
            }
        });
        command.SetAction((arguments, cancellation) => Run(arguments, app, cancellation));
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, Option<string?> app, CancellationToken cancellation)
    {
        try
        {
            var folder = Path.GetFullPath(arguments.GetRequiredValue(Data));
            var assembly = AppAssembly.Load(arguments.GetValue(app) ?? throw new FileNotFoundException("Say which application to run: --app or VKS_APP."));
            var mail = MailOf(arguments.GetValue(Smtp), Path.Combine(folder, "mails"));
            var options = new SingleMachineOptions(folder, assembly) { Port = arguments.GetRequiredValue(Port), Mail = mail };
            await using var host = await SingleMachine.Start(options, cancellation);
            await Tell(host.Address, folder, mail);
            await host.WhenStopped();
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync($"Port {arguments.GetRequiredValue(Port)} is taken by another program, perhaps by an earlier ./run.sh. End that, or choose another: PORT=8080 ./run.sh");
            return 2;
        }
        catch (Exception refused) when (refused is DataFolderInUseException or IOException or UnauthorizedAccessException or SocketException or FormatException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    private static SmtpSettings MailOf(string? smtp, string folder)
    {
        if (string.IsNullOrEmpty(smtp))
        {
            return new SmtpSettings(Sender, folder, null, 0);
        }

        return smtp.Split(':') is [{ Length: > 0 } host, var port] && int.TryParse(port, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new SmtpSettings(Sender, folder, host, number)
            : throw new FormatException($"VKS_SMTP must be host:port, not {smtp}.");
    }

    private static Task Tell(Uri address, string folder, SmtpSettings mail) => Console.Out.WriteLineAsync(
        $$"""

        VksServerless: {{address}}
          sign in, cycles, publications   {{address}}
          mails that were sent            {{address}}mails   ({{(mail.Server is null ? $"also as .eml in {mail.Folder}" : $"over SMTP to {mail.Server}:{mail.Port}")}})
          the API                         {{address}}api/openapi.json
          a token for a sample person     curl -X POST {{address}}local/sign-in -H 'Content-Type: application/json' -d '{"person":"centre"}'
          data                            {{folder}}
        Ctrl+C ends it.
        """);
}
