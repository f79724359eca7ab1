// The order is the cascade: tokens and bare elements, then the library's layers, then what dresses it in our tokens.
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import '../ui/tokens.css';
import '../ui/base.css';
import '@mantine/core/styles.layer.css';
import '@mantine/spotlight/styles.layer.css';
import '../ui/mantine-skin.css';
