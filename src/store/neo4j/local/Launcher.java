import java.nio.file.Files;
import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/**
 * Runs Neo4j in this process: java -cp 'lib/*' Launcher.java HOME, with HOME/conf/neo4j.conf.
 * Prints READY when Bolt answers. It stops when its standard input ends, so it cannot outlive the program that started it.
 */
public class Launcher {
    public static void main(String[] args) throws Exception {
        Path home = Path.of(args[0]);
        DatabaseManagementServiceBuilder builder = new DatabaseManagementServiceBuilder(home);
        Path conf = home.resolve("conf").resolve("neo4j.conf");
        if (Files.exists(conf)) builder.loadPropertiesFromFile(conf);
        DatabaseManagementService service = builder.build();
        Runtime.getRuntime().addShutdownHook(new Thread(service::shutdown));
        System.out.println("READY");
        while (System.in.read() >= 0) { }
        System.exit(0);
    }
}
