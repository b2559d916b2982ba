using System.CommandLine;
using System.Globalization;
using System.Net.Sockets;
using Microsoft.AspNetCore.Connections;
using VksServerless.Server.Hosting;
using VksServerless.Server.Notices;

namespace VksServerless.Server.Commands;

/// <summary>Runs the server until the process is told to end.</summary>
internal static class ServeCommand
{
    private static readonly Option<string> Data = new("--data")
    {
        Description = "The folder that everything is kept in. Default: the environment's VKS_DATA, or .data.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_DATA") is { Length: > 0 } folder ? folder : ".data",
    };

    private static readonly Option<string> Port = new("--port")
    {
        Description = "On the loopback address. 0: any that is free. Default: the environment's PORT, or 7071.",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("PORT") is { Length: > 0 } port ? port : "7071",
    };

    private static readonly Option<string?> Smtp = new("--smtp")
    {
        Description = "host:port of the mail server; without it mails are written as .eml files. Default: the environment's VKS_SMTP. "
            + "VKS_SMTP_USER and VKS_SMTP_PASSWORD log in; VKS_SMTP_TLS is none, starttls or tls (default: STARTTLS where offered).",
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable("VKS_SMTP"),
    };

    public static Command Create()
    {
        var command = new Command("serve", "Runs the server until the process is told to end.") { Data, Port, Smtp };
        command.SetAction(Run);
        return command;
    }

    private static async Task<int> Run(ParseResult arguments, CancellationToken cancellation)
    {
        try
        {
            var port = PortOf(arguments.GetRequiredValue(Port));
            var folder = Path.GetFullPath(arguments.GetRequiredValue(Data));
            var mail = SmtpSettings.Read(arguments.GetValue(Smtp), Path.Combine(folder, "mails"), Environment.GetEnvironmentVariable);
            await using var server = await ReportingServer.Start(
                new ServerOptions(folder) { Port = port, Mail = mail }, cancellation);
            await Tell(server.Address, folder, mail);
            await server.WhenStopped();
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            await Console.Error.WriteLineAsync(
                $"Port {arguments.GetRequiredValue(Port)} is taken by another program, perhaps by an earlier ./run.sh. "
                + "End that, or choose another: PORT=8080 ./run.sh");
            return 2;
        }
        catch (Exception refused) when (
            refused
                is DataFolderException or SettingException or FormatException or IOException or UnauthorizedAccessException
                or SocketException)
        {
            await Console.Error.WriteLineAsync(refused.Message);
            return 2;
        }
    }

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65535
            ? port
            : throw new SettingException($"The port (--port, PORT) must be a whole number from 0 to 65535, not {text}.");

    private static Task Tell(Uri address, string folder, SmtpSettings mail) => Console.Out.WriteLineAsync(
        $$"""

        VksServerless: {{address}}
          sign in, cycles, publications   {{address}}
          mails that were sent            {{address}}mails   ({{WhereTo(mail)}})
          the API                         {{address}}api/openapi.json
          a token for a sample person     curl -X POST {{address}}local/sign-in -H 'Content-Type: application/json' -d '{"person":"centre"}'
          data                            {{folder}}
        Ctrl+C ends it.
        """);

    private static string WhereTo(SmtpSettings mail) =>
        mail.Server is null ? $"also as .eml in {mail.Folder}" : $"over SMTP to {mail.Server}:{mail.Port}";
}
